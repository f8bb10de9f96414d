using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Lifecycle.Tune;

namespace MlopsSandbox.Lifecycle.Tests.Tune;

public sealed class TuneRuleTests
{
    private static readonly TuneSettings Settings = new(Trials: 16, Batch: 4);
    private static readonly TrainerFamily Family = Trainers.Of("lightgbm");

    [Theory]
    [InlineData(0.80, new double[0], 4)]
    [InlineData(0.80, new[] { 0.7, 0.7, 0.7, 0.7 }, 4)]    // one batch without gain is not enough
    [InlineData(0.80, new[] { 0.7, 0.7, 0.7, 0.7, 0.75, 0.7, 0.7, 0.7 }, 0)]    // the second is better than the first, but not than no tuning
    [InlineData(0.80, new[] { 0.7, 0.7, 0.81, 0.7, 0.8109, 0.7, 0.7, 0.7 }, 0)]    // gain 0.0009
    [InlineData(0.80, new[] { 0.7, 0.7, 0.81, 0.7, 0.7, 0.7, 0.7, 0.8111 }, 4)]    // gain 0.0011
    [InlineData(double.NegativeInfinity, new[] { 0.7, 0.7, 0.7, 0.7, 0.72, 0.7, 0.7, 0.7, 0.74, 0.7, 0.7, 0.7 }, 4)]
    [InlineData(0.80, new[] { 0.7, 0.7, 0.7, 0.81, 0.7, 0.7, 0.7, 0.82, 0.7, 0.7, 0.7, 0.83, 0.7, 0.7, 0.7, 0.84 }, 0)]    // all trials run
    public void Next_Results_GoesOnWhileWholeBatchesGain(double before, double[] trials, int expected) =>
        Assert.Equal(expected, TuneRule.Next(Settings, Family, seed: 1, before, trials).Count);

    [Fact]
    public void Next_TrialsNoMultipleOfBatch_EndsWithASmallOne() =>
        Assert.Equal(2, TuneRule.Next(new TuneSettings(Trials: 6, Batch: 4), Family, seed: 1, 0.5, [0.6, 0.6, 0.6, 0.6]).Count);

    [Fact]
    public void Next_SameSeed_GivesTheSameTrialsWhateverTheResults()
    {
        IReadOnlyList<TrainerSettings> one = TuneRule.Next(Settings, Family, seed: 9, 0.5, [0.6, 0.6, 0.6, 0.6]);
        IReadOnlyList<TrainerSettings> two = TuneRule.Next(Settings, Family, seed: 9, 0.4, [0.9, 0.1, 0.2, 0.3]);

        Assert.Equal(one.Select(trial => trial.Parameters), two.Select(trial => trial.Parameters));
        Assert.Equal(4, one.Select(trial => trial.Parameters["learningRate"]).Distinct().Count());
    }
}

using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Quality;

public sealed class ProbabilityScoresTests
{
    [Fact] // expected: scikit-learn 1.2.1, metrics.log_loss
    public void LogLoss_TenRows_MatchesScikitLearn() =>
        Assert.Equal(0.5279527958267276, ProbabilityScores.LogLoss(Known.Scores, Known.Labels), tolerance: 1e-12);

    [Fact] // expected: scikit-learn 1.2.1, metrics.brier_score_loss
    public void Brier_TenRows_MatchesScikitLearn() =>
        Assert.Equal(0.18150000000000002, ProbabilityScores.Brier(Known.Scores, Known.Labels), tolerance: 1e-12);

    [Fact]
    public void LogLoss_CertainMistake_IsFinite() => Assert.Equal(52 * Math.Log(2), ProbabilityScores.LogLoss([0], [true]), tolerance: 1e-9);

    [Fact]
    public void Scores_TrueProbability_BeatsAnyOther() => Gen.Select(Gen.Int[1, 19], Gen.Double[0.01, 0.99]).Sample((positives, other) =>
    {
        bool[] labels = [.. Enumerable.Range(0, 20).Select(i => i < positives)];
        double[] truth = [.. labels.Select(_ => positives / 20.0)], guess = [.. labels.Select(_ => other)];
        return ProbabilityScores.LogLoss(truth, labels) <= ProbabilityScores.LogLoss(guess, labels) + 1e-12
            && ProbabilityScores.Brier(truth, labels) <= ProbabilityScores.Brier(guess, labels) + 1e-12;
    });

    [Fact]
    public void Brier_NotAProbability_Throws() => Assert.Throws<ArgumentException>(() => ProbabilityScores.Brier([1.2], [true]));
}

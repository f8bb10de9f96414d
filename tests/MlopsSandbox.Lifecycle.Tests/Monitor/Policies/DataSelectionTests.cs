using MlopsSandbox.Lifecycle.Monitor.Policies;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Policies;

public sealed class DataSelectionTests
{
    // The end of day 30: labels of the requests of days 0 to 27, ten a day.
    private static readonly RetrainEvidence Evidence = SomeEvidence.After(30) with { Alarm = SomeEvidence.Alarm(), LastTrainedAt = SomeEvidence.Start.AddDays(20) };

    [Theory]
    [InlineData("""{"kind": "all"}""", "all", null, 280)]
    [InlineData("""{"kind": "window", "days": 10}""", "labelled", 20.0, 80)]
    [InlineData("""{"kind": "window", "rows": 25}""", "labelled", 25.5, 25)]
    [InlineData("""{"kind": "window", "rows": 1000}""", "labelled", 0.0, 280)]
    [InlineData("""{"kind": "sinceTraining"}""", "labelled", 18.1, 99)] // the label of day 18.0 had arrived just then
    [InlineData("""{"kind": "sinceChange"}""", "labelled", 17.0, 110)]
    public void Of_Kind_SaysFromWhenOn(string json, string source, double? day, int labels)
    {
        SelectedData data = Selection(json).Of(Evidence);

        Assert.Equal(source, data.Source);
        Assert.Equal(day, (data.Since - SomeEvidence.Start)?.TotalDays);
        Assert.Equal(labels, data.Of(Evidence).Count());
    }

    [Fact]
    public void SinceChange_NoneIsKnown_TakesAll() => Assert.Equal(new SelectedData("labelled", null), DataSelection.SinceChange.Of(Evidence with { Alarm = null }));

    [Fact]
    public void Decay_HalfLife_IsHandedOn() => Assert.Equal(new SelectedData("labelled", null) { HalfLifeDays = 5 }, Selection("""{"kind": "decay", "halfLifeDays": 5}""").Of(Evidence));

    [Fact]
    public void SinceTraining_NoLabelYet_TakesNone() =>
        Assert.Empty(Selection("""{"kind": "sinceTraining"}""").Of(Evidence with { LastTrainedAt = Evidence.At }).Of(Evidence with { LastTrainedAt = Evidence.At }));

    private static DataSelection Selection(string json) => PolicyReading.Parse($$"""{"kind": "drift", "data": {{json}}}""", "here").Data;
}

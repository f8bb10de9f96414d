using MlopsSandbox.Lifecycle.Monitor;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

public sealed class RetrainPolicyTests
{
    private static readonly DateTimeOffset Changed = new(2026, 1, 20, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Decide_NoAlarm_IsNone() => Assert.Equal(new RetrainDecision(RetrainChoice.None, "No drift.", null, null), RetrainPolicy.Decide(700, null, null));

    [Fact]
    public void Decide_TooFewLabels_Waits() => Assert.Equal(
        new RetrainDecision(
            RetrainChoice.Wait,
            "Drift in contract since about 2026-01-20, found 2026-01-22: 699 of 700 labels needed from after the change have arrived.",
            "drift-0003",
            Changed),
        RetrainPolicy.Decide(700, Alarm(699), null));

    [Fact]
    public void Decide_EnoughLabels_Retrains() => Assert.Equal(
        new RetrainDecision(
            RetrainChoice.Retrain,
            "Drift in contract since about 2026-01-20, found 2026-01-22: 1,700 labels from after the change have arrived, 700 are enough.",
            "drift-0003",
            Changed),
        RetrainPolicy.Decide(700, Alarm(1700), null));

    [Theory] // 701 labels and half of them more is 1,051.5
    [InlineData(1051, RetrainChoice.Wait)]
    [InlineData(1052, RetrainChoice.Retrain)]
    public void Decide_AfterARejectedTry_WantsHalfAsManyMore(int labels, RetrainChoice expected) =>
        Assert.Equal(expected, RetrainPolicy.Decide(700, Alarm(labels, lastTry: 701), null).Choice);

    [Fact]
    public void Decide_NewModelOnItsWay_IsNone() => Assert.Equal(
        new RetrainDecision(RetrainChoice.None, "A new model serves from 2026-01-20 on.", null, null),
        RetrainPolicy.Decide(700, Alarm(5000), Changed));

    private static OpenAlarm Alarm(int labels, int? lastTry = null) => new("drift-0003", Changed.AddDays(2), "contract", Changed, labels, lastTry);
}

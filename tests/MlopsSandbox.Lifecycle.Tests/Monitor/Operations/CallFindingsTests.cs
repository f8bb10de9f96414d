using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Operations;

public sealed class CallFindingsTests
{
    private const double Alpha = 1e-4;

    [Fact]
    public void Of_NothingChanged_FindsNothing() => Assert.DoesNotContain(CallFindings.Of(Alpha, Calls(1, 1_000)), finding => finding.Found);

    [Fact] // 400 quiet stretches at level 0.1: each finding is exact, so 40 of each at most; standard deviation 6
    public void Of_NothingChanged_KeepsTheLevelOfEach()
    {
        IReadOnlyList<MonitorFinding>[] checks = [.. Enumerable.Range(0, 400).Select(seed => CallFindings.Of(0.1, Calls(seed, 400, failing: 0.05, refused: 0.05)))];

        Assert.All(Enumerable.Range(0, 3), i => Assert.InRange(checks.Count(findings => findings[i].P <= 0.1), 0, 40 + 20));
    }

    [Fact]
    public void Of_NewestCallsTwiceAsSlow_FindsTheLatency()
    {
        MonitorFinding finding = CallFindings.Of(Alpha, [.. Calls(1, 800), .. Calls(2, 200, slower: 2)])[0];

        Assert.True(finding.Found);
        Assert.InRange(finding.Value / finding.Reference, 1.5, 2.7);
        Assert.Matches("95 of 100 calls took at most .* ms of the newest 200, .* ms of the 800 before; 1 and 1 rows a call.", finding.Text);
    }

    [Fact] // certain, but a fifth more is nothing to be woken for
    public void Of_NewestCallsAFifthSlower_IsNotFound() => Assert.False(CallFindings.Of(0.5, [.. Calls(1, 800), .. Calls(2, 200, slower: 1.2)])[0].Found);

    [Fact] // three times a fifth of a millisecond is still nothing
    public void Of_QuickCallsThreeTimesAsSlow_AreNotFound() => Assert.False(CallFindings.Of(Alpha, [.. Calls(1, 800, slower: 0.01), .. Calls(2, 200, slower: 0.03)])[0].Found);

    [Fact] // each starts a process and reads the model: that is no slower endpoint
    public void Of_SlowCallsByCommand_SayNothingOfTheLatency() => Assert.False(
        CallFindings.Of(Alpha, [.. Calls(1, 800), .. Calls(2, 200, slower: 30).Select(call => call with { Path = CallPath.Command })])[0].Found);

    [Theory]
    [InlineData(CallOutcome.Failed, 1, "40 of the newest 200 calls were failed (20.0 %), 0 of the 800 before (0.0 %).")]
    [InlineData(CallOutcome.Refused, 2, "40 of the newest 200 calls were refused (20.0 %), 0 of the 800 before (0.0 %).")]
    public void Of_CallsThatDoNotEndWell_AreFound(CallOutcome outcome, int place, string text)
    {
        IReadOnlyList<MonitorFinding> findings = CallFindings.Of(Alpha, [.. Calls(1, 960), .. Calls(2, 40).Select(call => call with { Outcome = outcome })]);

        Assert.Equal((true, text), (findings[place].Found, findings[place].Text));
        Assert.Single(findings, finding => finding.Found);
    }

    [Fact] // one in a hundred more, of very many
    public void Of_AFewMoreFailures_AreNotFound() => Assert.False(CallFindings.Of(0.9, [.. Calls(1, 2_000), .. Calls(2, 200, failing: 0.012)])[1].Found);

    [Theory]
    [InlineData(0, "0 calls were made; judged from 200 on. The traffic of a story is scored in batches and makes no calls.")]
    [InlineData(1, "1 calls were made; judged from 200 on. The traffic of a story is scored in batches and makes no calls.")]
    public void Of_TooFewCalls_SaysSo(int calls, string expected)
    {
        IReadOnlyList<MonitorFinding> findings = CallFindings.Of(Alpha, Calls(1, calls));

        Assert.All(findings, finding => Assert.NotNull(finding.NotJudged));
        Assert.Equal(expected, findings[1].NotJudged);
    }

    private static ServedCall[] Calls(int seed, int calls, double slower = 1, double failing = 0, double refused = 0)
    {
        SeededRandom random = new(seed);
        DateTimeOffset begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return [.. Enumerable.Range(0, calls).Select(i =>
        {
            double chance = random.NextDouble();
            CallOutcome outcome = chance < failing ? CallOutcome.Failed : chance < failing + refused ? CallOutcome.Refused : CallOutcome.Answered;
            return new ServedCall(begin.AddSeconds(i), begin, CallPath.Http, 1, slower * 10 * Math.Exp(0.5 * random.NextGaussian()), outcome, 1);
        })];
    }
}

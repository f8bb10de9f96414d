using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Alerts;

public sealed class AlertTrackTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory] // one check a day: ! fires, . is quiet; R raised, + repeated, C cleared, - nothing
    [InlineData(1, 1, 3, 0, "..!!..!...!", "--R+--+--CR")]
    [InlineData(2, 3, 2, 0, "!..!.!..", "-----R-C")]
    [InlineData(2, 2, 1, 0, "!.!.!!.", "-----RC")]
    [InlineData(1, 1, 1, 3, "!.!!!!", "RC--R+")]
    [InlineData(3, 5, 2, 0, "!!.!...", "---R-C-")]
    public void Next_Checks_RaiseRepeatAndClear(int raise, int of, int clear, double cooldown, string checks, string expected) =>
        Assert.Equal(expected, Changes(new AlertRule("drift", AlertSeverity.Warning) { RaiseAfter = raise, OfChecks = of, ClearAfter = clear, CooldownDays = cooldown }, checks));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Next_AnyRuleAndAnyChecks_NeverFlaps(int seed)
    {
        SeededRandom random = new(seed);
        AlertRule rule = new("drift", AlertSeverity.Warning) { RaiseAfter = 1 + random.NextInt(4), ClearAfter = 1 + random.NextInt(4), CooldownDays = random.NextInt(6) };
        rule = rule with { OfChecks = rule.RaiseAfter + random.NextInt(4) };
        double share = random.NextDouble();
        string checks = string.Concat(Enumerable.Range(0, 500).Select(_ => random.NextDouble() < share ? '!' : '.'));

        string changes = Changes(rule, checks);

        string edges = string.Concat(changes.Where(change => change is 'R' or 'C'));
        Assert.DoesNotContain("RR", edges, StringComparison.Ordinal);
        Assert.DoesNotContain("CC", edges, StringComparison.Ordinal);
        for (int day = 0; day < changes.Length; day++)
        {
            if (changes[day] == 'R') RaisedForGoodReason(rule, checks, changes, day);
            if (changes[day] == 'C') Assert.Equal(new string('.', rule.ClearAfter), checks[(day - rule.ClearAfter + 1)..(day + 1)]);
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    private static void RaisedForGoodReason(AlertRule rule, string checks, string changes, int day)
    {
        int cleared = changes.LastIndexOf('C', day), counted = Math.Max(cleared + 1, day - rule.OfChecks + 1);
        Assert.Equal('!', checks[day]);
        Assert.True(checks[counted..(day + 1)].Count(check => check == '!') >= rule.RaiseAfter);
        if (cleared >= 0) Assert.True(day - cleared >= Math.Max(rule.CooldownDays, rule.RaiseAfter));
    }

    private static string Changes(AlertRule rule, string checks)
    {
        AlertTrack track = AlertTrack.New;
        return string.Concat(checks.Select((check, day) =>
        {
            (track, AlertChange change) = track.Next(rule, check == '!', Start.AddDays(day));
            return change switch { AlertChange.Raised => 'R', AlertChange.Repeated => '+', AlertChange.Cleared => 'C', _ => '-' };
        }));
    }
}

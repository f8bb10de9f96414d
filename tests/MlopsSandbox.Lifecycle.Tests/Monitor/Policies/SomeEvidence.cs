using MlopsSandbox.Lifecycle.Monitor.Policies;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Policies;

/// <summary>Evidence of a quiet endpoint: a model serves since New Year's Day, ten requests a day, labels two days late.</summary>
internal static class SomeEvidence
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The evidence at the end of a day, from 0.</summary>
    public static RetrainEvidence After(double days) => new()
    {
        At = Start.AddDays(days),
        LastTrainedAt = Start,
        Labels = Labels((int)Math.Max(0, 10 * (days - 2))),
        RequestsPerDay = 10,
        RetrainDays = 1,
    };

    /// <summary>Labels of so many requests, every fifth positive.</summary>
    public static ArrivedLabel[] Labels(int count, DateTimeOffset? from = null) =>
        [.. Enumerable.Range(0, count).Select(i => Label((from ?? Start).AddDays(i / 10.0), i % 5 == 0))];

    /// <summary>An alarm of day 19 about something that changed on day 17.</summary>
    public static OpenAlarm Alarm(int? lastTry = null) => new("drift-0003", Start.AddDays(19), "contract", Start.AddDays(17), lastTry);

    public static QualityEvidence Auc(double value, double error = 0.01) => new("AUC", value, 0.83, error);

    private static ArrivedLabel Label(DateTimeOffset servedAt, bool isPositive) => new(servedAt, servedAt.AddDays(2), isPositive);
}

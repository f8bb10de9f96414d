using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Lifecycle.Monitor.Windows;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Findings;

/// <summary>All that the monitors of one check look at.</summary>
public sealed record MonitorEvidence
{
    /// <summary>Simulated time of the check.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Simulated time from which the model serves.</summary>
    public required DateTimeOffset ServingSince { get; init; }

    /// <summary>The scenario, for its features, costs, groups and label delay.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Seed of what the monitors draw: the same gives the same findings.</summary>
    public int Seed { get; init; }

    /// <summary>What the window is held against.</summary>
    public required Baseline Baseline { get; init; }

    /// <summary>The check's window.</summary>
    public required WindowSpan Span { get; init; }

    /// <summary>The model's requests since <see cref="ServingSince"/>, or of the last 60 days where the window needs no more, in order of serving; labels that have not arrived are null.</summary>
    public required IReadOnlyList<CapturedRequest> Served { get; init; }

    /// <summary>The window's requests.</summary>
    public required ObservedRequests Window { get; init; }

    /// <summary>Requests whose labels arrived in the window's time.</summary>
    public required ObservedRequests Labelled { get; init; }

    /// <summary>The newest predictions that people and programs asked for, the oldest of them first; by default none.</summary>
    public IReadOnlyList<ServedCall> Calls { get; init; } = [];

    /// <summary>Scores of rows by the model that serves; throws when its package can't be read.</summary>
    public required Func<Ingest.Table, double[]> Score { get; init; }
}

using System.Globalization;

namespace MlopsSandbox.HangfireSqlite.Tests.Torture;

/// <summary>What a torture run came to.</summary>
internal sealed record TortureResult
{
    public required int Jobs { get; init; }
    public required int Kills { get; init; }

    /// <summary>Executions beyond the first of each job.</summary>
    public required int Reruns { get; init; }

    public required TimeSpan Elapsed { get; init; }
    public required IReadOnlyList<string> Problems { get; init; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Jobs} jobs, {Kills} kills, {Reruns} reruns, {Elapsed.TotalSeconds:0.0} s, {Jobs / Elapsed.TotalSeconds:0} jobs/s, {Problems.Count} problems");
}

using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>
/// One digest over all that a story made: same scenario, seed, drift and build, same digest, in any home and however often the process was killed.
/// </summary>
/// <remarks>
/// SHA-256 over canonical JSON of the requests, the artifacts and metrics of every stage that ended well, the deployments, the checks and the
/// decisions, in order of simulated time and execution. Without wall times, ids, attempts, host and paths.
/// </remarks>
public static class StoryHash
{
    /// <summary>The digest, <c>sha256:…</c>.</summary>
    public static string Of(StoryEvidence evidence) => CanonicalJson.Hash(JsonSerializer.SerializeToElement(new
    {
        scenario = evidence.Scenario.Name,
        seed = evidence.Row.Seed,
        drift = evidence.Row.Drift,
        runs = evidence.Runs.Select(RunOf),
        deployments = evidence.Deployments.Select(one => new { one.Version, model = one.Model.ToString(), baseline = one.Baseline?.ToString(), one.EffectiveAt }),
        reports = evidence.Reports.Select(report => new { report.At, report.Report }),
        decisions = evidence.Decisions.Select(decision => new { decision.At, decision.Choice, decision.ChangedAt }),
        requests = evidence.Requests,
    }));

    private static object RunOf(RunRow run) => new
    {
        run.Workflow,
        run.SimulatedAt,
        run.Seed,
        cause = run.Cause.Kind,
        stages = run.Stages
            .Where(stage => stage.Status == ExecutionStatus.Succeeded)
            .OrderBy(stage => stage.ExecutionId, StringComparer.Ordinal)
            .ThenBy(stage => stage.Trial ?? -1)
            .Select(stage => new
            {
                stage.ExecutionId,
                stage.Trial,
                stage.Outcome,
                stage.Metrics,
                outputs = stage.Outputs.Where(output => output.Value.Hash is not null).ToDictionary(output => output.Key, output => output.Value.Hash!.Value.ToString()),
            }),
    };
}

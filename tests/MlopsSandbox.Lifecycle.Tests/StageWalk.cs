using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests;

/// <summary>Runs stages one after the other, each seeing what all before it made, on a real artifact store and without workflow, jobs and database.</summary>
internal sealed class StageWalk(Scenario scenario, int seed = 1) : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly List<UpstreamOutput> _upstream = [];

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public ArtifactStore Artifacts => new(_home.Path);
    public CatalogInMemory Catalog { get; init; } = new();
    public DateTimeOffset At { get; set; } = Start;
    public IReadOnlyList<UpstreamOutput> Upstream => _upstream;

    public StageCompleted Run(IStage stage, string activityId, object? settings = null)
    {
        StageContext context = ContextOf(activityId, settings);
        List<TrialResult> trials = [];
        StageResult result = stage.Execute(context, CancellationToken.None);
        while (result is TrialsWanted wanted)
        {
            foreach (TrialSpec trial in wanted.Trials)
            {
                StageCompleted ended = ((ITrialStage)stage).ExecuteTrial(context with { Seed = Seeds.Derive(context.Seed, "trial", trial.Ordinal) }, trial, CancellationToken.None);
                trials.Insert(0, new TrialResult(trial, ended.Outputs, ended.Metrics));
            }

            result = stage.Execute(context with { Trials = [.. trials] }, CancellationToken.None);
        }

        StageCompleted completed = (StageCompleted)result;
        string name = stage.Descriptor.Type["MlopsSandbox.".Length..].ToLowerInvariant();
        _upstream.AddRange(completed.Outputs.Select(output => new UpstreamOutput(activityId, name, output.Key, output.Value, completed.Metrics)));
        return completed;
    }

    public StageContext ContextOf(string activityId, object? settings = null) => new()
    {
        RunId = "lifecycle-0001",
        ExecutionId = $"{activityId}#1",
        ActivityId = activityId,
        Seed = Seeds.Derive(seed, $"{activityId}#1"),
        RootSeed = seed,
        Scenario = scenario,
        ModelName = scenario.Name,
        SimulatedAt = At,
        Cause = new RunCause("manual", null),
        Settings = JsonSerializer.SerializeToElement(settings ?? new { }).EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value),
        Upstream = [.. _upstream],
        Artifacts = Artifacts,
        Catalog = Catalog,
    };

    public byte[] Artifact(StageCompleted completed, string output) => Artifacts.Get(completed.Outputs[output].Hash!.Value);

    public void Dispose() => _home.Dispose();
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>Stages that leave traces by which a test sees what was done how often, and that may be told to do something else.</summary>
internal sealed class FakeStages
{
    public const string Work = "Test.Work";
    public const string Tune = "Test.Tune";
    public const string Pure = "Test.Pure";

    private readonly ConcurrentDictionary<string, Func<StageContext, CancellationToken, StageResult>> _behaviours = new();

    public FakeStages() => Types = new StageTypes([new WorkStage(this), new TuneStage(this), new PureStage(this)]);

    public StageTypes Types { get; }

    /// <summary>What pure stages say that they depend on.</summary>
    public string? DependsOn { get; set; } = "";

    /// <summary>Activity ids of the calls, in order; a trial as <c>tune/3</c>.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>Has an activity, or a trial, do something else.</summary>
    public FakeStages On(string call, Func<StageContext, CancellationToken, StageResult> behaviour)
    {
        _behaviours[call] = behaviour;
        return this;
    }

    /// <summary>What an activity does unless it is told otherwise: it makes one artifact and registers it as a dataset of the activity's name.</summary>
    public static StageCompleted Done(StageContext context, string name)
    {
        ContentHash made = context.Artifacts.Put(Encoding.UTF8.GetBytes($"{name} {context.Seed}"));
        return new StageCompleted("Done", new Dictionary<string, StageOutput> { ["made"] = new(OutputKinds.Dataset, made) },
            new Dictionary<string, double> { ["auc"] = 0.75 }, [new DatasetRegistered(name, made, made, Rows: 1)]);
    }

    private StageResult Call(string call, StageContext context, Func<StageResult> otherwise, CancellationToken cancellation)
    {
        Calls.Enqueue(call);
        return _behaviours.TryGetValue(call, out var behaviour) ? behaviour(context, cancellation) : otherwise();
    }

    private static ActivityDescriptor Describe(string type) => new(type, "Test", "For tests.", [new ActivityInput("level", "String", "How far to go.")], ["Done"], [new ActivityOutput("made", "String", "An artifact.")]);

    private sealed class WorkStage(FakeStages stages) : IStage
    {
        public ActivityDescriptor Descriptor { get; } = Describe(Work);

        public StageResult Execute(StageContext context, CancellationToken cancellation) =>
            stages.Call(context.ActivityId, context, () => Done(context, context.ActivityId), cancellation);
    }

    private sealed class PureStage(FakeStages stages) : IPureStage
    {
        public ActivityDescriptor Descriptor { get; } = Describe(Pure);

        public string? DependsOn(StageContext context) => stages.DependsOn;

        public StageResult Execute(StageContext context, CancellationToken cancellation) =>
            stages.Call(context.ActivityId, context, () => Done(context, context.ActivityId), cancellation);
    }

    /// <summary>Asks for two batches of two trials.</summary>
    private sealed class TuneStage(FakeStages stages) : ITrialStage
    {
        public ActivityDescriptor Descriptor { get; } = Describe(Tune);

        public StageResult Execute(StageContext context, CancellationToken cancellation) => stages.Call(
            context.ActivityId, context,
            () => context.Trials.Count == 4 ? Done(context, context.ActivityId) : new TrialsWanted([Trial(context.Trials.Count), Trial(context.Trials.Count + 1)]),
            cancellation);

        public StageCompleted ExecuteTrial(StageContext context, TrialSpec trial, CancellationToken cancellation)
        {
            string name = $"{context.ActivityId}/{trial.Ordinal}";
            return (StageCompleted)stages.Call(name, context, () => Done(context, name), cancellation);
        }

        private static TrialSpec Trial(int ordinal) => new(ordinal, JsonSerializer.SerializeToElement(new { leaves = ordinal }));
    }
}

using System.Text.Json;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>Settles how each flowchart is walked and how ways merge in it; tells of modes that are none.</summary>
internal static class FlowModeRules
{
    private const string Custom = "customProperties";
    private const string Execution = "Flowchart:ExecutionMode";
    private const string Merge = "mergeMode";

    public static void Settle(JsonElement document, IReadOnlyList<ActivityDefinition> activities, ProblemList problems)
    {
        var ofWorkflow = Read<FlowMode>(document, Execution, message => problems.Error($"$.{Custom}.{Execution}", message));
        foreach (var activity in activities)
        {
            if (activity.Behaviour is Flowchart) activity.FlowMode = OfFlowchart(activity, ofWorkflow, problems);
            activity.MergeMode = Read<MergeMode>(activity.Json, Merge, message => problems.Error(activity, $"{Custom}.{Merge}", message));
            WarnUnused(activity, problems);
        }
    }

    private static FlowMode OfFlowchart(ActivityDefinition flowchart, FlowMode ofWorkflow, ProblemList problems)
    {
        var own = Read<FlowMode>(flowchart.Json, Execution, message => problems.Error(flowchart, $"{Custom}.{Execution}", message));
        return own != FlowMode.Default ? own : Around(flowchart)?.FlowMode ?? ofWorkflow;
    }

    private static ActivityDefinition? Around(ActivityDefinition activity)
    {
        var outer = activity.Container;
        while (outer is not null && outer.Behaviour is not Flowchart) outer = outer.Container;
        return outer;
    }

    private static void WarnUnused(ActivityDefinition activity, ProblemList problems)
    {
        if (activity.MergeMode is MergeMode.None or MergeMode.Stream) return;
        if (activity.Behaviour is FlowJoin)
            problems.Warn(activity, $"{Custom}.{Merge}", $"{Merge} is {activity.MergeMode}, which a join doesn't use; expected its mode to say when it is due. Set \"mode\".");
        else if (activity.Container is not { Behaviour: Flowchart, FlowMode: FlowMode.TokenBased })
            problems.Warn(activity, $"{Custom}.{Merge}", $"{Merge} is {activity.MergeMode}, which only counts in a flowchart that is walked by tokens; " +
                $"expected one around it. Set \"{Execution}\": \"{FlowMode.TokenBased}\" in the flowchart's {Custom}, or leave {Merge} out.");
    }

    private static T Read<T>(JsonElement owner, string property, Action<string> tell) where T : struct, Enum
    {
        if (owner.Get(Custom)?.Get(property) is not { ValueKind: not JsonValueKind.Null } value) return default;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        var names = Enum.GetNames<T>();
        if (value.ValueKind == JsonValueKind.String && names.FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } known)
            return Enum.Parse<T>(known);
        tell($"{property} is {DocumentRules.Named(value)}; expected one of {string.Join(", ", names)}.{NearestName.Suggestion(text, names)}");
        return default;
    }
}

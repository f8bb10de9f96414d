using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Runs;

/// <summary>Which runs a list shows: all of what is set has to hold.</summary>
internal sealed record RunFilter
{
    /// <summary>Only runs that stand so.</summary>
    public RunStatus? Status { get; init; }
    /// <summary>Only runs of this workflow.</summary>
    public string? Workflow { get; init; }
    /// <summary>Only runs of this scenario.</summary>
    public string? Scenario { get; init; }
    /// <summary>Only runs with this tag.</summary>
    public string? Tag { get; init; }
    /// <summary>Only runs whose id, workflow, scenario, cause or one of whose tags contains this; case does not matter.</summary>
    public string? Text { get; init; }

    /// <summary>True when it lets everything through.</summary>
    public bool IsEmpty => this == new RunFilter();

    /// <summary>A filter as the address has it; a status that there is not is none.</summary>
    public static RunFilter Of(string? status, string? workflow, string? scenario, string? tag, string? text) => new()
    {
        Status = Enum.TryParse(status, ignoreCase: true, out RunStatus known) && Enum.IsDefined(known) ? known : null,
        Workflow = Set(workflow),
        Scenario = Set(scenario),
        Tag = Set(tag),
        Text = Set(text),
    };

    /// <summary>True when a run is to be shown.</summary>
    public bool Takes(RunRow run) =>
        (Status is null || run.Status == Status)
        && (Workflow is null || run.Workflow == Workflow)
        && (Scenario is null || run.Scenario == Scenario)
        && (Tag is null || run.Tags.Contains(Tag))
        && (Text is not { } text || new[] { run.Id, run.Workflow, run.Scenario, run.Cause.Id }.Concat(run.Tags).Any(one => one?.Contains(text, StringComparison.OrdinalIgnoreCase) == true));

    private static string? Set(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

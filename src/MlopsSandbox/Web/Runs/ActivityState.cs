using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Runs;

/// <summary>How an activity stands in a run.</summary>
/// <param name="Id">The activity's id.</param>
public sealed record ActivityState(string Id)
{
    /// <summary>In the words that <see cref="Components.StatusLook"/> knows; empty while the run has not come to it.</summary>
    public required string Word { get; init; }
    /// <summary>The ports that it left by, over all visits.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }
    /// <summary>What it wrote, in order.</summary>
    public required IReadOnlyList<string> Lines { get; init; }
    /// <summary>Tries at its stage over all visits, in order; empty for an activity that the runner walks itself.</summary>
    public required IReadOnlyList<StageExecutionRow> Attempts { get; init; }
    /// <summary>The trials of its stage, all tries, in order of their ordinals.</summary>
    public required IReadOnlyList<StageExecutionRow> Trials { get; init; }

    /// <summary>The last try; null where there is none.</summary>
    public StageExecutionRow? Last => Attempts.Count == 0 ? null : Attempts[^1];
    /// <summary>True once the run has come to it.</summary>
    public bool IsReached => Word.Length > 0;
}

using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Runs;

/// <summary>Why a stage worked, or did not need to.</summary>
internal static class ReuseText
{
    /// <summary>One sentence.</summary>
    /// <param name="run">The run.</param>
    /// <param name="last">The stage's last try.</param>
    /// <param name="canReuse">True when its type may take earlier outputs at all.</param>
    public static string Of(RunRow run, StageExecutionRow last, bool canReuse) => (run, last) switch
    {
        (_, { CachedFrom: { } earlier }) => $"Cached: an execution in {earlier} was made from the same settings, inputs, seed and code, so its outputs were taken.",
        (_, { Status: ExecutionStatus.Queued }) => "Not known before a job takes it up.",
        _ when !canReuse => "Worked: what it reads or changes is outside this run, so no earlier outputs can stand for it.",
        ({ Reuses: false, StoryId: not null }, _) => "Worked: runs of a story take no earlier outputs.",
        ({ Reuses: false }, _) => "Worked: the run was started with --no-cache.",
        ({ RerunOf: { } repeated, RerunFrom: { } from }, _) when from == last.ActivityId => $"Worked: this run repeats {repeated} from here on.",
        ({ RerunOf: { } repeated, RerunFrom: not null }, _) => $"Worked: it follows from where the repetition of {repeated} begins, or its inputs are others now.",
        ({ RerunOf: { } repeated }, _) => $"Worked: this run repeats {repeated} as a whole.",
        _ => "Worked: no earlier execution in this home was made from the same settings, inputs, seed and code.",
    };
}

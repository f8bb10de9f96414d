using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Runs;
using MlopsSandbox.Web.Components;

namespace MlopsSandbox.Web.Runs;

/// <summary>Something that is to be done to a run, before it is done. Pure.</summary>
/// <param name="Action">What.</param>
/// <param name="RunId">The run.</param>
/// <param name="At">The activity that it is about, or the tag; null for the run as a whole.</param>
public sealed record RunDeed(RunAction Action, string RunId, string? At)
{
    /// <summary>The deed that an address asks for; null when it asks for none that is known.</summary>
    public static RunDeed? Of(string runId, string? action, string? at) =>
        Enum.TryParse(action, ignoreCase: true, out RunAction known) && Enum.IsDefined(known) ? new RunDeed(known, runId, string.IsNullOrEmpty(at) ? null : at) : null;

    /// <summary>True when a run stands so that this can be done to it.</summary>
    internal static bool IsOffered(RunAction action, RunRow run) => action switch
    {
        RunAction.Cancel => !run.HasEnded,
        RunAction.Pause => run.Status is RunStatus.Running or RunStatus.Waiting,
        RunAction.Resume => run.Status == RunStatus.Paused,
        RunAction.Retry => run.Incidents?.Any(incident => incident.ResolvedAt is null) == true,
        RunAction.Approve or RunAction.Reject => run.Approvals?.Any(approval => approval.Status == ApprovalStatus.Pending) == true,
        RunAction.Rerun => run.HasEnded,
        _ => true,
    };

    /// <summary>What it is called.</summary>
    public string Title => Action switch
    {
        RunAction.Cancel => $"Cancel {RunId}",
        RunAction.Pause => $"Pause {RunId}",
        RunAction.Resume => $"Resume {RunId}",
        RunAction.Retry => At is null ? $"Retry what failed in {RunId}" : $"Retry {At}",
        RunAction.Approve => At is null ? $"Approve {RunId}" : $"Approve {At} of {RunId}",
        RunAction.Reject => At is null ? $"Reject {RunId}" : $"Reject {At} of {RunId}",
        RunAction.Rerun => At is null ? $"Rerun {RunId}" : $"Rerun {RunId} from {At} on",
        RunAction.Tag => $"Tag {RunId}",
        RunAction.Untag => $"Take the tag {At} from {RunId}",
        _ => $"Write a note about {RunId}",
    };

    /// <summary>What will happen.</summary>
    public string Consequence => Action switch
    {
        RunAction.Cancel => "The run ends: its jobs are told to stop, and runs that it waits for are cancelled too. What its stages have made is kept.",
        RunAction.Pause => "Stages that are at work end and are kept; no other is begun until it is resumed.",
        RunAction.Resume => "Stages that are due are begun again.",
        RunAction.Retry => "What failed is tried again in the same run, with the same inputs; the run goes on from there.",
        RunAction.Approve => "The run goes on along the way for what was approved.",
        RunAction.Reject => "The run goes on along the way for what was rejected.",
        RunAction.Rerun when At is null => "A new run repeats this one with its seed and its inputs: from what failed on, all of it when nothing has.",
        RunAction.Rerun => "A new run repeats this one with its seed and its inputs. Stages that don't follow from this activity keep their outputs; this one and what follows from it work.",
        RunAction.Tag => "Tags are words to find runs by.",
        RunAction.Untag => "The run is no longer found by it.",
        _ => "It is shown with the run to whoever looks at it later.",
    };

    /// <summary>What the button says that does it.</summary>
    public string Button => Action switch { RunAction.Cancel => "Cancel the run", RunAction.Untag => "Take it away", RunAction.Note => "Write it", _ => Action.ToString() };

    /// <summary>True for what cannot be taken back.</summary>
    public bool IsGrave => Action is RunAction.Cancel or RunAction.Reject;
    /// <summary>What its text is called; null when it asks for none.</summary>
    public string? TextName => Action switch { RunAction.Approve or RunAction.Reject => "Reason", RunAction.Note => "Note", RunAction.Tag => "Tags", _ => null };
    /// <summary>True when it is kept who did it.</summary>
    public bool AsksWho => Action is RunAction.Approve or RunAction.Reject or RunAction.Note;

    /// <summary>What is wrong with what was filled in, a sentence each.</summary>
    internal IEnumerable<string> Problems(string text, string by)
    {
        if (AsksWho && Remarks.ByProblem("Who", by) is { } nobody) yield return nobody;
        if (Action is RunAction.Approve or RunAction.Reject && Remarks.ReasonProblem("Reason", text) is { } reasonless) yield return reasonless;
        if (Action == RunAction.Note && Remarks.NoteProblem("Note", text) is { } silent) yield return silent;
        if (Action != RunAction.Tag) yield break;
        if (Words(text).Length == 0) yield return "Tags is ''; expected a word at least, such as baseline.";
        foreach (string problem in Words(text).Select(tag => RunTags.Problem("Tags", tag)).OfType<string>()) yield return problem;
    }

    /// <summary>The words after <c>mlops</c> that do the same.</summary>
    internal IReadOnlyList<string> Command(string text, string by) => Action switch
    {
        RunAction.Retry => ["retry", RunId, .. Place],
        RunAction.Approve or RunAction.Reject => [Action == RunAction.Approve ? "approve" : "reject", RunId, .. Place, "--reason", text, .. Signature.Words(by)],
        RunAction.Rerun => At is null ? ["rerun", RunId] : ["rerun", RunId, "--from", At],
        RunAction.Tag => ["tag", RunId, .. Words(text)],
        RunAction.Untag => ["tag", RunId, At ?? "", "--remove"],
        RunAction.Note => ["note", RunId, text, .. Signature.Words(by)],
        _ => [Action.ToString().ToLowerInvariant(), RunId],
    };

    /// <summary>The words of a text.</summary>
    internal static string[] Words(string text) => text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private IEnumerable<string> Place => At is null ? [] : [At];
}

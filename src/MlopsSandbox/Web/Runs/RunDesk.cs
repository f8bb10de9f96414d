using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Runs;

namespace MlopsSandbox.Web.Runs;

/// <summary>Does to runs what people ask for on a page, by what the command line and the API use.</summary>
internal static class RunDesk
{
    /// <summary>Does it.</summary>
    /// <returns>The run to look at then: a new one for a rerun.</returns>
    /// <exception cref="RefusalException">There is no such run, or it does not stand so that this can be done.</exception>
    /// <exception cref="Lifecycle.Catalog.RunException">It does not stand so that this can be done.</exception>
    public static string Do(Sandbox sandbox, Hints hints, RunDeed deed, string text, string by)
    {
        RunControl control = sandbox.Bridge.Control;
        RunLookup.Show(sandbox.Catalog, deed.RunId, hints);
        switch (deed.Action)
        {
            case RunAction.Cancel: RunCancellation.Cancel(sandbox, deed.RunId, hints); break;
            case RunAction.Pause: control.Pause(deed.RunId); break;
            case RunAction.Resume: control.Unpause(deed.RunId); break;
            case RunAction.Retry: control.Retry(deed.RunId, deed.At); break;
            case RunAction.Approve or RunAction.Reject: control.Decide(deed.RunId, deed.At, new ApprovalDecision(deed.Action == RunAction.Approve, by, text)); break;
            case RunAction.Rerun: return control.Rerun(deed.RunId, deed.At, new Dictionary<string, System.Text.Json.JsonElement>());
            case RunAction.Tag: RunTags.Add(sandbox.Catalog, deed.RunId, RunDeed.Words(text), hints); break;
            case RunAction.Untag: RunTags.Remove(sandbox.Catalog, deed.RunId, [deed.At ?? ""], hints); break;
            case RunAction.Note: RunNotes.Add(sandbox.Catalog, deed.RunId, text, by, hints); break;
        }
        return deed.RunId;
    }
}

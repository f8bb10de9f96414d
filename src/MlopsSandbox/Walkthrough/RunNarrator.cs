using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Workflows.Activities;
using Spectre.Console;

namespace MlopsSandbox.Walkthrough;

/// <summary>Tells of runs while they run: what each stage is for, when it begins; what it made, when it is done. Looks at the catalog only, so it does not matter which process works.</summary>
/// <param name="console">Where to tell.</param>
/// <param name="types">What the stages are for.</param>
/// <param name="hints">Commands to paste.</param>
internal sealed class RunNarrator(IAnsiConsole console, ActivityTypes types, Hints hints)
{
    private readonly HashSet<string> _runs = [];
    private readonly HashSet<string> _ends = [];
    private readonly HashSet<string> _waits = [];
    private readonly HashSet<(string Run, string Execution)> _heard = [];
    private readonly HashSet<string> _explained = [];
    private readonly HashSet<(string Run, string Execution, int Attempt)> _told = [];
    private readonly HashSet<(string Run, string Execution, ApprovalStatus Status)> _asked = [];
    private readonly Dictionary<string, int> _journalled = [];

    /// <summary>True once something was told of the run.</summary>
    public bool Knows(string runId) => _runs.Contains(runId);

    /// <summary>Tells what is new since the last time.</summary>
    public void Tell(RunRow run)
    {
        if (_runs.Add(run.Id)) Head(run);
        foreach (StageExecutionRow stage in run.Stages.Where(stage => stage.Trial is null)) Tell(run, stage);
        foreach (ApprovalRow approval in (run.Approvals ?? []).Where(approval => _asked.Add((run.Id, approval.ExecutionId, approval.Status)))) TellApproval(approval);
        TellLines(run);
        if (run.Status is RunStatus.Waiting or RunStatus.Paused or RunStatus.Queued && _waits.Add(run.Id)) WaitingHints.Draw(console, run, hints);
        foreach (WaitRow wait in (run.Waits ?? []).Where(wait => wait.Kind != WaitKind.Timer && _heard.Add((run.Id, wait.ExecutionId)))) WaitHints.Draw(console, run, wait, hints);
        if (run.HasEnded && _ends.Add(run.Id)) Foot(run);
    }

    private void Head(RunRow run)
    {
        console.WriteLine();
        string cause = run.Cause.Kind == "manual" ? "" : $", because of {RunsTable.Cause(run.Cause)}";
        console.Write(new Rule($"[bold]{Markup.Escape(run.Id)}[/]{Markup.Escape($"{cause}")}").LeftJustified());
    }

    private void Tell(RunRow run, StageExecutionRow stage)
    {
        if (stage.Status == ExecutionStatus.Queued) return;
        if (_explained.Add(stage.Stage)) Explain(stage);
        bool isDone = stage.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Cancelled;
        if (isDone && _told.Add((run.Id, stage.ExecutionId, stage.Attempt))) StageResult.Draw(console, run, stage);
    }

    // What its WriteLine activities say. A run that is listed comes without its journal.
    private void TellLines(RunRow run)
    {
        if (run.Journal is not { } journal) return;
        foreach (JournalRow entry in journal.Skip(_journalled.GetValueOrDefault(run.Id)))
            if (entry.Text is { } text) console.WriteLine(text);
        _journalled[run.Id] = journal.Count;
    }

    private void TellApproval(ApprovalRow approval)
    {
        console.WriteLine();
        console.Write(new Markup(approval.Status switch
        {
            ApprovalStatus.Pending => $"[bold yellow]{Markup.Escape(approval.ActivityId)}[/]  asks: {Markup.Escape(approval.Title)}",
            ApprovalStatus.Withdrawn => $"[bold]{Markup.Escape(approval.ActivityId)}[/]  is no longer asked",
            _ => $"[bold]{Markup.Escape(approval.ActivityId)}[/]  {Tables.Word(approval.Status)} by {Markup.Escape(approval.By!)}: {Markup.Escape(approval.Reason!)}",
        }));
        console.WriteLine();
        if (approval is { Status: ApprovalStatus.Pending, Message: { } message }) console.WriteLine(message);
    }

    private void Explain(StageExecutionRow stage)
    {
        console.WriteLine();
        console.Write(new Markup($"[bold blue]{Markup.Escape(stage.Stage)}[/]  {Markup.Escape(types.Find(stage.Type)?.Description ?? "")}"));
        console.WriteLine();
        if (StageGlossary.Elsewhere(stage.Stage) is { } elsewhere) console.WriteLine($"elsewhere: {elsewhere}", new Style(Color.Grey));
    }

    private void Foot(RunRow run)
    {
        console.WriteLine();
        if (run.Status != RunStatus.Succeeded) console.WriteLine($"{run.Id} {Tables.Word(run.Status)}", new Style(Color.Red));
        if (run.Status == RunStatus.Failed) WaitingHints.Draw(console, run, hints);
        console.WriteHint($"{run.Id} took {Figures.Duration(run.DurationSeconds)}; look at it", $"{hints.For("show", run.Id)}; {hints.For("trace", run.Id)}");
    }
}

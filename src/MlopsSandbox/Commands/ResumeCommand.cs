using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Walkthrough;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops resume</c>: goes on with what was interrupted, and answers in the shape of what it ended.</summary>
internal sealed class ResumeCommand : MlopsCommand
{
    private readonly Argument<string?> _run = RunArgument.Create(isRequired: false, "the run to go on with; without it, everything that is unfinished.");

    public ResumeCommand(Shell shell) : base(shell, "resume", "Goes on with what was interrupted: a run, one that was paused too, or everything unfinished, a walkthrough's story too.",
        new("resume", "everything unfinished; when nothing is, tells the last story's end again"),
        new("resume lifecycle-0002", "one run"))
    {
        Add(_run);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string? named = invocation.Parsed.GetValue(_run);
        Unfinished unfinished = Look(invocation, named);
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment);
        if (named is not null) sandbox.Bridge.Control.Unpause(named);
        sandbox.StartWorking();
        int exitCode = ExitCodes.Succeeded;
        RunRow? last = null;
        foreach (string id in unfinished.Runs)
        {
            RunNarrator narrator = new(invocation.Narration, sandbox.Stages.Activities, invocation.Hints);
            last = await RunWatch.UntilSettledAsync(sandbox, id, narrator, new StatusLine(invocation.Narration), cancellation).ConfigureAwait(false);
            exitCode = Math.Max(exitCode, ExitCodes.Of(last.Status));
        }
        (string Id, StoryOutcome? Outcome)? told = null;
        foreach (string id in unfinished.Stories)
        {
            StoryOutcome? outcome = await new StoryTelling(sandbox, invocation.Narration, invocation.Hints).RunAsync(id, cancellation).ConfigureAwait(false);
            exitCode = Math.Max(exitCode, outcome is { Success: true } ? ExitCodes.Succeeded : ExitCodes.Failed);
            told = (id, outcome);
        }
        if (told is var (story, end)) invocation.AnswerEnd(sandbox.Catalog, story, end);
        else if (last is not null) invocation.AnswerEnd(last);
        return exitCode;
    }

    // Hosted stories are whoever serves the home to drive. Nothing is begun for a name that is not there, or in a home where nothing has run.
    private static Unfinished Look(Invocation invocation, string? named)
    {
        using CatalogStore catalog = invocation.OpenCatalog();
        if (named is not null) return new Unfinished([RunLookup.Show(catalog, named, invocation.Hints).Id], []);
        string[] stories = [.. catalog.Read(tx => tx.Stories.All()).Where(story => !story.HasEnded && !story.IsHosted).Select(story => story.Id)];
        string[] runs = [.. catalog.Read(tx => tx.Runs.Unfinished()).Where(run => run.StoryId is null && run.ParentRunId is null).Select(run => run.Id)];
        if (stories.Length + runs.Length > 0) return new Unfinished(runs, stories);
        return catalog.Read(tx => tx.Stories.Latest()) is { } latest ? new Unfinished([], [latest.Id])
            : catalog.Read(tx => tx.Runs.All()) is [.., { } run] ? new Unfinished([run.Id], [])
            : throw new RefusalException($"{catalog.Home}: nothing has run in this home; expected something to go on with. Begin with '{invocation.Hints.For("walkthrough")}'.");
    }

    private sealed record Unfinished(IReadOnlyList<string> Runs, IReadOnlyList<string> Stories);
}

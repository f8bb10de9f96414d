using System.CommandLine;
using System.Text.Json;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Stories;
using MlopsSandbox.Walkthrough;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary>One call of a command: its parsed words, and the ways in which it answers.</summary>
internal sealed class Invocation(ParseResult parsed, Shell shell)
{
    /// <summary>The parsed words.</summary>
    public ParseResult Parsed { get; } = parsed;
    /// <summary>Where it reads and writes.</summary>
    public Terminal Terminal => shell.Terminal;
    /// <summary>Where home, workflows and scenarios lie.</summary>
    /// <remarks>Looked up when first asked for: a call whose words are refused may have named no usable folder.</remarks>
    public Places Places => field ??= Places.Of(
        Parsed.GetValue(shell.Options.Home), Parsed.GetValue(shell.Options.Workflows), Parsed.GetValue(shell.Options.Scenarios), shell.Environment);
    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Environment => shell.Environment;
    /// <summary>True when the answer is one JSON document.</summary>
    public bool IsJson => Parsed.GetValue(shell.Options.Output) == OutputFormat.Json;
    /// <summary>Where to tell what happens meanwhile: the screen, or standard error when the answer is JSON.</summary>
    public IAnsiConsole Narration => IsJson ? Terminal.ErrorScreen : Terminal.Screen;
    /// <summary>Commands to paste.</summary>
    public Hints Hints { get; } = new(shell.CommandName, parsed.GetValue(shell.Options.Home), parsed.GetValue(shell.Options.Workflows), parsed.GetValue(shell.Options.Scenarios));

    /// <summary>Answers: as JSON when that was asked for, else drawn.</summary>
    public void Answer<T>(T answer, Action<IAnsiConsole> draw)
    {
        if (IsJson) Terminal.Out.WriteLine(JsonSerializer.Serialize(answer, CatalogJson.Options));
        else draw(Terminal.Screen);
    }

    /// <summary>Works in this process until a run, and the runs that wait for it, end or wait; tells what happens, and answers with the run.</summary>
    /// <returns>The exit code: the worst of theirs.</returns>
    public async Task<int> WalkOnAsync(Sandbox sandbox, string runId, CancellationToken cancellation)
    {
        sandbox.StartWorking();
        RunNarrator narrator = new(Narration, sandbox.Stages.Activities, Hints);
        string topmost = sandbox.Catalog.Read(tx => tx.Runs.Topmost(runId));
        RunRow settled = await RunWatch.UntilSettledAsync(sandbox, topmost, narrator, new StatusLine(Narration), cancellation).ConfigureAwait(false);
        return Math.Max(ExitCodes.Of(settled.Status), AnswerEnd(sandbox.Catalog.Read(tx => tx.Runs.Show(runId)!)));
    }

    /// <summary>Answers with a run that was told of until it ended or waits, and says on standard error why it failed.</summary>
    /// <returns>The exit code.</returns>
    public int AnswerEnd(RunRow run)
    {
        if (IsJson) Answer(run, _ => { });
        return TellFailure(run);
    }

    /// <summary>Says on standard error why a run failed, if it did.</summary>
    /// <returns>The exit code.</returns>
    public int TellFailure(RunRow run)
    {
        if (run.Status == RunStatus.Failed) Terminal.Error.WriteLine($"mlops: error: run {run.Id} failed: {run.Error}");
        return ExitCodes.Of(run.Status);
    }

    /// <summary>Answers with a story that has ended, and says on standard error what it fell short of, or when it was cancelled.</summary>
    /// <param name="catalog">The home.</param>
    /// <param name="storyId">The story.</param>
    /// <param name="outcome">How it ended; null when it was cancelled.</param>
    /// <returns>The exit code.</returns>
    public int AnswerEnd(CatalogStore catalog, string storyId, StoryOutcome? outcome) =>
        outcome is not null ? AnswerEnd(outcome) : AnswerCancelled(catalog.Read(tx => tx.Stories.Find(storyId)!));

    private int AnswerCancelled(StoryRow row)
    {
        StoryShape story = StoryShape.Of(row);
        Answer(story, screen => StoryPages.Draw(screen, story, Hints));
        Terminal.Error.WriteLine($"mlops: error: {row.Id} was cancelled {CancelledStory.When(row, story.Days)}; expected to tell it to its end. What it has made and served is kept. Begin another with '{Hints.For("walkthrough")}'.");
        return ExitCodes.Failed;
    }

    private int AnswerEnd(StoryOutcome story)
    {
        Answer(story, screen => ClosingPage.Draw(screen, story, Hints));
        foreach (string reason in story.Reasons) Terminal.Error.WriteLine($"mlops: error: {story.Story}: {reason}");
        return story.Success ? ExitCodes.Succeeded : ExitCodes.Failed;
    }

    /// <summary>The workflow definitions of the folders that are searched.</summary>
    public WorkflowShelf Shelf() => new(Places.Workflows, Stages.All().Activities);

    /// <summary>Opens the catalog of a home that has one, for a command that only looks.</summary>
    /// <exception cref="RefusalException">Nothing has run in this home.</exception>
    public CatalogStore OpenCatalog() => FindCatalog()
        ?? throw new RefusalException($"{Places.Home}: nothing has run in this home; expected one with runs. Begin with '{Hints.For("walkthrough")}', or name another with --home.");

    /// <summary>Opens the catalog of a home; null when it has none. Nothing is made by looking.</summary>
    public CatalogStore? FindCatalog() => Places.HasCatalog ? CatalogStore.Open(Places.Home, TimeProvider.System) : null;
}

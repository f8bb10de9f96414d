using System.CommandLine;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Runs;
using RunPage = MlopsSandbox.Rendering.RunPage;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops note RUN TEXT</c>: writes something about a run.</summary>
internal sealed class NoteCommand : MlopsCommand
{
    private readonly Argument<string?> _run = RunArgument.Create();
    private readonly Argument<string> _text = new("text") { HelpName = "TEXT", Description = "what to remember about the run." };
    private readonly Option<string> _by = ByOption.Create("who writes");

    public NoteCommand(Shell shell) : base(shell, "note", "Writes something about a run, for those who look at it later.",
        new Example("note lifecycle-0002 \"trained before the price change\"", "shown by 'show lifecycle-0002'"))
    {
        _text.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && Remarks.NoteProblem("TEXT", text) is { } problem) result.AddError(problem);
        });
        Add(_run);
        Add(_text);
        Add(_by);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string id = invocation.Parsed.GetRequiredValue(_run)!;
        using CatalogStore catalog = invocation.OpenCatalog();
        RunRow run = RunNotes.Add(catalog, id, invocation.Parsed.GetRequiredValue(_text), invocation.Parsed.GetRequiredValue(_by), invocation.Hints);
        invocation.Answer(run, screen => RunPage.Draw(screen, run, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}

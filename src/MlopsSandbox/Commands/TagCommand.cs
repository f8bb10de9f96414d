using System.CommandLine;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Runs;
using RunPage = MlopsSandbox.Rendering.RunPage;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops tag RUN TAG…</c>: marks a run, to find it by.</summary>
internal sealed class TagCommand : MlopsCommand
{
    private readonly Argument<string?> _run = RunArgument.Create();
    private readonly Argument<string[]> _tags = new("tag") { HelpName = "TAG", Description = "a word to find the run by, such as baseline.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _remove = new("--remove") { Description = "takes the tags away." };

    public TagCommand(Shell shell) : base(shell, "tag", "Marks a run with tags, to find it by.",
        new("tag lifecycle-0002 baseline", "then 'runs --tag baseline'"),
        new("tag lifecycle-0002 baseline --remove", "takes it away"))
    {
        TagOption.Check(_tags);
        Add(_run);
        Add(_tags);
        Add(_remove);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string id = invocation.Parsed.GetRequiredValue(_run)!;
        bool isRemoved = invocation.Parsed.GetValue(_remove);
        using CatalogStore catalog = invocation.OpenCatalog();
        string[] tags = invocation.Parsed.GetRequiredValue(_tags);
        RunRow run = isRemoved ? RunTags.Remove(catalog, id, tags, invocation.Hints) : RunTags.Add(catalog, id, tags, invocation.Hints);
        invocation.Answer(run, screen => RunPage.Draw(screen, run, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}

using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops rerun RUN</c>: a new run that repeats another from one activity on, with other inputs where they are given.</summary>
internal sealed class RerunCommand : MlopsCommand
{
    private readonly Argument<string?> _run = RunArgument.Create();
    private readonly Option<string?> _from = new("--from")
    {
        HelpName = "activity",
        Description = "the activity from which on it works; by default the first that failed. Stages that don't follow from it keep their outputs.",
    };
    private readonly Option<IReadOnlyDictionary<string, string>> _inputs =
        NamedValues.Option("--input", "An input that is to be another; may be given again.", "scenario=telco-churn");

    public RerunCommand(Shell shell) : base(shell, "rerun", "Starts a new run that repeats another from one activity on, and runs it until it ends or waits.",
        new("rerun lifecycle-0002", "from what failed; without a failure, all of it"),
        new("rerun lifecycle-0002 --from evaluate", "with the candidates that it has"),
        new("rerun lifecycle-0002 --from ingest --input scenario=telco-churn", "with another input"))
    {
        Add(_run);
        Add(_from);
        Add(_inputs);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string id = invocation.Parsed.GetRequiredValue(_run)!;
        using (CatalogStore catalog = invocation.OpenCatalog()) RunLookup.Show(catalog, id, invocation.Hints);
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment);
        IReadOnlyDictionary<string, string> texts = invocation.Parsed.GetValue(_inputs) ?? new Dictionary<string, string>();
        string rerun = sandbox.Bridge.Control.Rerun(id, invocation.Parsed.GetValue(_from), RunInputs.Of(sandbox.Bridge.Control.DefinitionOf(id), texts));
        return await invocation.WalkOnAsync(sandbox, rerun, cancellation).ConfigureAwait(false);
    }
}

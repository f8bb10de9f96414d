using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Commands;

/// <summary>Decides what a run asks, and walks on in this process until the run settles.</summary>
internal abstract class DecideCommand : MlopsCommand
{
    private readonly bool _isApproved;
    private readonly Argument<string?> _run = RunArgument.Create();
    private readonly Argument<string?> _activity = new("activity")
    {
        HelpName = "ACTIVITY",
        Description = "the approval's id in the workflow; needed when several wait.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string> _reason = ReasonOption.Create("why, for those who look at the run later.");
    private readonly Option<string> _by = ByOption.Create("who decides");

    protected DecideCommand(Shell shell, string name, bool isApproved, string description, params Example[] examples) : base(shell, name, description, examples)
    {
        _isApproved = isApproved;
        Add(_run);
        Add(_activity);
        Add(_reason);
        Add(_by);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string id = invocation.Parsed.GetRequiredValue(_run)!;
        using (CatalogStore catalog = invocation.OpenCatalog()) RunLookup.Show(catalog, id, invocation.Hints);
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment);
        sandbox.Bridge.Control.Decide(id, invocation.Parsed.GetValue(_activity), new ApprovalDecision(
            _isApproved, invocation.Parsed.GetRequiredValue(_by), invocation.Parsed.GetRequiredValue(_reason)));
        return await invocation.WalkOnAsync(sandbox, id, cancellation).ConfigureAwait(false);
    }
}

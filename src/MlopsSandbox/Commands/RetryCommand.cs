using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops retry RUN [ACTIVITY]</c>: has what failed tried again in the same run, and walks on.</summary>
internal sealed class RetryCommand : MlopsCommand
{
    private readonly Argument<string?> _run = RunArgument.Create();
    private readonly Argument<string?> _activity = new("activity")
    {
        HelpName = "ACTIVITY",
        Description = "the failed activity's id in the workflow; without it, all that failed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public RetryCommand(Shell shell) : base(shell, "retry", "Tries again what failed, in the same run and with the same inputs, and goes on until it ends or waits again.",
        new("retry lifecycle-0002", "everything that failed in it"),
        new("retry lifecycle-0002 sdca", "one activity"))
    {
        Add(_run);
        Add(_activity);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string id = invocation.Parsed.GetRequiredValue(_run)!;
        using (CatalogStore catalog = invocation.OpenCatalog()) RunLookup.Show(catalog, id, invocation.Hints);
        await using Sandbox sandbox = Sandbox.Open(invocation.Places, invocation.Environment);
        sandbox.Bridge.Control.Retry(id, invocation.Parsed.GetValue(_activity));
        return await invocation.WalkOnAsync(sandbox, id, cancellation).ConfigureAwait(false);
    }
}

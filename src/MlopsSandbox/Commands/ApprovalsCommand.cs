using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops approvals</c>: what runs ask people.</summary>
internal sealed class ApprovalsCommand : MlopsCommand
{
    public ApprovalsCommand(Shell shell) : base(shell, "approvals", "Lists what runs ask people and nobody has decided yet, the oldest first.",
        new("approvals", "what waits for somebody"),
        new("approvals --output json", "the same for a script")) => Add(Global.Output);

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore? catalog = invocation.FindCatalog();
        IReadOnlyList<WaitingApprovalShape> asked = catalog is null ? [] : WaitingApprovalShape.All(catalog);
        invocation.Answer(asked, screen => Draw(screen, asked, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }

    private static void Draw(IAnsiConsole screen, IReadOnlyList<WaitingApprovalShape> asked, Hints hints)
    {
        if (asked.Count == 0)
        {
            screen.WriteLine("No run waits for an approval. A workflow asks for one by MlopsSandbox.Approval.");
            return;
        }
        Table table = Tables.Of("run", "activity", "question", "message", "asked (UTC)");
        foreach (WaitingApprovalShape one in asked) table.Row(one.RunId, one.ActivityId, one.Title, one.Message ?? "", Figures.Time(one.AskedAt));
        screen.Write(table);
        screen.WriteHint("Decide the first", hints.For("approve", asked[0].RunId, asked[0].ActivityId, "--reason", "why"));
    }
}

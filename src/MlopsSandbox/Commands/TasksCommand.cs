using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops tasks</c>: what runs ask to be done outside.</summary>
internal sealed class TasksCommand : MlopsCommand
{
    public TasksCommand(Shell shell) : base(shell, "tasks", "Lists the tasks that runs ask for and wait for, the oldest first; reports one done.",
        new("tasks", "what is to be done"),
        new("tasks complete labelling-0001 label --result 5", "it is done, and the run goes on"))
    {
        Add(Global.Output);
        Add(new TasksCompleteCommand(shell));
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore? catalog = invocation.FindCatalog();
        IReadOnlyList<TaskRow> tasks = catalog?.Read(tx => tx.Tasks.All()) ?? [];
        invocation.Answer(tasks, screen => Draw(screen, tasks, invocation.Hints));
        return Task.FromResult(ExitCodes.Succeeded);
    }

    private static void Draw(IAnsiConsole screen, IReadOnlyList<TaskRow> tasks, Hints hints)
    {
        if (tasks.Count == 0)
        {
            screen.WriteLine("No run waits for a task. A workflow asks for one by Elsa.RunTask.");
            return;
        }
        Table table = Tables.Of("run", "activity", "task", "payload", "asked (UTC)");
        foreach (TaskRow task in tasks) table.Row(task.RunId, task.ActivityId, task.Name, Shown(task.Payload), Figures.Time(task.RequestedAt));
        screen.Write(table);
        screen.WriteHint("Report the first done", hints.For("tasks", "complete", tasks[0].RunId, tasks[0].ActivityId));
    }

    private static string Shown(JsonElement payload) => payload.GetRawText() is var text && text.Length > 60 ? text[..59] + "…" : text;
}

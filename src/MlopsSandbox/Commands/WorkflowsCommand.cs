namespace MlopsSandbox.Commands;

/// <summary><c>mlops workflows</c>: the workflow definitions; alone it lists them.</summary>
internal sealed class WorkflowsCommand : WorkflowsListCommand
{
    public WorkflowsCommand(Shell shell) : base(shell, "workflows", "Lists, checks, shows, draws and saves workflow definitions.",
        new("workflows", "every definition that runs can name"),
        new("workflows validate", "everything wrong in any of the files"),
        new("workflows draw lifecycle --out lifecycle.svg", "a picture"))
    {
        Add(new WorkflowsListCommand(shell, "list", "Lists the workflow definitions of the folders that are searched, each with its file.",
            new("workflows list", "names, versions, inputs and files"), new("workflows list -o json", "for a script")));
        Add(new WorkflowsValidateCommand(shell));
        Add(new WorkflowsShowCommand(shell));
        Add(new WorkflowsDrawCommand(shell));
        Add(new WorkflowsVersionsCommand(shell));
        Add(new WorkflowsSaveCommand(shell));
        Add(new WorkflowsActivitiesCommand(shell));
        Add(new WorkflowsSchemaCommand(shell));
    }
}

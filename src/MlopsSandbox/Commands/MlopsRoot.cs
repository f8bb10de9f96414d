using System.CommandLine;
using System.CommandLine.Help;

namespace MlopsSandbox.Commands;

/// <summary>The whole command line: every command, and the options they share.</summary>
internal sealed class MlopsRoot : RootCommand
{
    public MlopsRoot(Shell shell) : base("A whole MLOps platform on one machine, made to be watched, broken and learned from.")
    {
        foreach (Option option in shell.Options.Everywhere) Add(option);
        foreach (Command command in AllCommands(shell)) Add(command);
        HelpOption help = Options.OfType<HelpOption>().Single();
        ExampledHelp exampled = new((HelpAction)help.Action!, shell.CommandName);
        help.Action = exampled;
        SetAction(exampled.Invoke);
    }

    /// <summary>Shown by <c>--help</c> alone.</summary>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("walkthrough", "the whole loop, from raw data to a retrain that drift made necessary"),
        new("runs", "what has run so far"),
        new("serve", "dashboard, predictions and REST API on http://127.0.0.1:5080"),
    ];

    private static Command[] AllCommands(Shell shell) =>
    [
        new WalkthroughCommand(shell),
        new RunCommand(shell),
        new ResumeCommand(shell),
        new ApproveCommand(shell),
        new RejectCommand(shell),
        new ApprovalsCommand(shell),
        new RetryCommand(shell),
        new RerunCommand(shell),
        new PauseCommand(shell),
        new CancelCommand(shell),
        new PublishCommand(shell),
        new TasksCommand(shell),
        new RunsCommand(shell),
        new ShowCommand(shell),
        new TagCommand(shell),
        new NoteCommand(shell),
        new TraceCommand(shell),
        new TracesCommand(shell),
        new ModelsCommand(shell),
        new DriftCommand(shell),
        new BacktestCommand(shell),
        new PoliciesCommand(shell),
        new AlertsCommand(shell),
        new StoriesCommand(shell),
        new JobsCommand(shell),
        new PredictCommand(shell),
        new ScenariosCommand(shell),
        new WorkflowsCommand(shell),
        new ServeCommand(shell),
    ];
}

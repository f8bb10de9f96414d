using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Shapes;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops workflows validate</c>: everything wrong in workflow files, at once.</summary>
internal sealed class WorkflowsValidateCommand : MlopsCommand
{
    private readonly Argument<string[]> _files = new("workflows")
    {
        HelpName = "WORKFLOW|FILE",
        Description = "names of workflows, or files; all of the folders that are searched when there is none.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public WorkflowsValidateCommand(Shell shell) : base(shell, "validate", "Checks workflow definitions: every error and warning with file, line, column and JSON path; exit code 2 when there is an error.",
        new("workflows validate", "all of the folder"),
        new("workflows validate my-workflow.json -o json", "one file, for an editor or a script"))
    {
        Add(_files);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        WorkflowShelf shelf = invocation.Shelf();
        string[] named = invocation.Parsed.GetValue(_files) ?? [];
        (string File, IReadOnlyList<DefinitionProblem> Problems)[] files = named.Length > 0
            ? [.. named.Select(shelf.FindFile).Select(file => (file.File, file.Reading.Problems))]
            : [.. shelf.Files().Select(file => (file.File.File, file.Problems))];
        DefinitionCheckShape[] checks = [.. files.Select(file => DefinitionCheckShape.Of(file.File, file.Problems))];
        invocation.Answer(checks, _ => Tell(invocation.Terminal.Out, files));
        int unusable = checks.Count(check => !check.IsWalkable);
        return unusable == 0 ? Task.FromResult(ExitCodes.Succeeded)
            : throw new RefusalException($"{unusable} of {checks.Length} {(checks.Length == 1 ? "file" : "files")} can't be walked; expected none with errors. Mend what is told.");
    }

    // One a line and never wrapped, so that editors and grep find the places.
    private static void Tell(TextWriter output, (string File, IReadOnlyList<DefinitionProblem> Problems)[] files)
    {
        foreach ((string file, IReadOnlyList<DefinitionProblem> problems) in files)
        {
            if (problems.Count == 0) output.WriteLine($"{file}: no problem was found.");
            foreach (DefinitionProblem problem in problems) output.WriteLine(problem.ToString());
        }
    }
}

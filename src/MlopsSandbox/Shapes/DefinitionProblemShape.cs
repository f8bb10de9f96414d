using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Shapes;

/// <summary>What a check of one workflow file found.</summary>
/// <param name="File">The file.</param>
/// <param name="IsWalkable">True when there is no error.</param>
/// <param name="Problems">In order of place.</param>
internal sealed record DefinitionCheckShape(string File, bool IsWalkable, IReadOnlyList<DefinitionProblemShape> Problems)
{
    /// <summary>The check as answers show it.</summary>
    public static DefinitionCheckShape Of(string file, IReadOnlyList<DefinitionProblem> problems) =>
        new(file, problems.All(problem => problem.Severity != ProblemSeverity.Error), [.. problems.Select(DefinitionProblemShape.Of)]);
}

/// <summary>Something wrong in a workflow file.</summary>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="Line">From 1; null when it is about the file as a whole.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Path">Where in the document, such as <c>$.root.activities[3].trials</c>.</param>
/// <param name="Message">What was found, what was expected, what to do.</param>
internal sealed record DefinitionProblemShape(ProblemSeverity Severity, int? Line, int? Column, string Path, string Message)
{
    /// <summary>The problem as answers show it.</summary>
    public static DefinitionProblemShape Of(DefinitionProblem problem) =>
        new(problem.Severity, problem.Line == 0 ? null : problem.Line, problem.Line == 0 ? null : problem.Column, problem.Path, problem.Message);
}

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>Something wrong in a definition.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="File">The file as it was named, such as <c>workflows/lifecycle.json</c>.</param>
/// <param name="Path">Where in the document, such as <c>$.root.activities[3].trials</c>.</param>
/// <param name="Line">Line in the file, from 1; 0 when it is about the file as a whole.</param>
/// <param name="Column">Column in that line in characters, from 1; 0 with line 0.</param>
/// <param name="Message">What was found, what was expected, what to do.</param>
public sealed record DefinitionProblem(ProblemSeverity Severity, string File, string Path, int Line, int Column, string Message)
{
    /// <summary><c>file:line:column: path: message</c>; the document as a whole has no path, the file as a whole no line.</summary>
    public override string ToString() => $"{Place}: {(Severity == ProblemSeverity.Warning ? "warning: " : "")}{(Path == "$" ? "" : Path + ": ")}{Message}";

    private string Place => Line == 0 ? File : $"{File}:{Line}:{Column}";
}

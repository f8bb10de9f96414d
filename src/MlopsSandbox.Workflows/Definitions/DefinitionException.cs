namespace MlopsSandbox.Workflows.Definitions;

/// <summary>A definition can't be walked. The message lists every problem, one a line.</summary>
public sealed class DefinitionException : Exception
{
    /// <param name="problems">What is wrong; at least one error.</param>
    public DefinitionException(IReadOnlyList<DefinitionProblem> problems) : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>What is wrong, in order of place.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }
}

namespace MlopsSandbox.Predictions;

/// <summary>Rows that were sent for a prediction cannot be scored.</summary>
/// <param name="problems">Everything wrong with them; not empty.</param>
internal sealed class PredictionException(IReadOnlyList<FieldProblem> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Everything wrong with the rows.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; } = problems;
}

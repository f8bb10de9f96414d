namespace MlopsSandbox.Predictions;

/// <summary>What is wrong with one field of a row that was sent for a prediction.</summary>
/// <param name="Row">The row, from 1.</param>
/// <param name="Field">The field's name.</param>
/// <param name="Message">What was found and what was expected.</param>
internal sealed record FieldProblem(int Row, string Field, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"row {Row}: {Message}");
}

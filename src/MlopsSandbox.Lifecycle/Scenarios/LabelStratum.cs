namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Rows that are divided apart from others, so that each part holds them in proportion: a class, or all rows where labels are numbers.</summary>
/// <param name="Ordinal">Its number, which seeds derive from.</param>
/// <param name="Label">The label of its rows; null for all.</param>
internal sealed record LabelStratum(int Ordinal, double? Label)
{
    private static readonly LabelStratum[] OfClasses = [new(0, 0), new(1, 1)], OfNumbers = [new(0, null)];

    public static IReadOnlyList<LabelStratum> Of(PredictionTask task) => task == PredictionTask.Regression ? OfNumbers : OfClasses;

    /// <summary>True for the label of one of its rows.</summary>
    public bool Holds(double label) => Label is null || Label == label;
}

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Labels of two classes as numbers: 1 for the positive class, 0 for the other.</summary>
public static class Classes
{
    /// <summary>The label of a class.</summary>
    public static double Label(bool isPositive) => isPositive ? 1 : 0;

    /// <summary>Labels of classes.</summary>
    public static double[] Labels(IEnumerable<bool> classes) => [.. classes.Select(Label)];

    /// <summary>True for the positive class, that is for 1.</summary>
    public static bool IsPositive(double label) => label == 1;

    /// <summary>The class of each label.</summary>
    public static bool[] Of(IEnumerable<double> labels) => [.. labels.Select(IsPositive)];
}

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Divides rows in order of time: a model is chosen and measured on days after those that it was fitted on, as it is used.</summary>
public static class TimeSplit
{
    /// <summary>The first rows train, the next validate, the last test.</summary>
    /// <param name="rows">Rows in order of time.</param>
    /// <param name="train">Share of the rows.</param>
    /// <param name="validation">Share of the rows; the rest tests.</param>
    public static Split[] Of(int rows, double train, double validation)
    {
        int trainEnd = Rounded(rows * train), validationEnd = Rounded(rows * (train + validation));
        return [.. Enumerable.Range(0, rows).Select(row => row < trainEnd ? Split.Train : row < validationEnd ? Split.Validation : Split.Test)];
    }

    private static int Rounded(double rows) => (int)Math.Round(rows, MidpointRounding.AwayFromZero);
}

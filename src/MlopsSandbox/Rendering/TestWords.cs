namespace MlopsSandbox.Rendering;

/// <summary>Says why a test was taken, and what it looks at.</summary>
internal static class TestWords
{
    /// <summary>A sentence for a test's name.</summary>
    public static string Why(string test) => test switch
    {
        "ks" => "Numbers: the largest gap between the two files' cumulative shares (Kolmogorov–Smirnov), which takes no account of a distribution's shape.",
        "chi-square" => "Categories: chi-square of homogeneity of the two files' counts, rare values put together.",
        "missing-share" => "The share of missing cells, by Fisher's exact test, right for any counts.",
        "unseen-share" => "The share of rows with values that the baseline never had, against what is to be expected of values so rare.",
        "unreadable-share" => "The share of cells that are no numbers in a column of numbers, by Fisher's exact test.",
        _ => "Chosen by the column's type and the number of its rows.",
    };
}

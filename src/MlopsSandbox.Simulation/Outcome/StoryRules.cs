namespace MlopsSandbox.Simulation.Outcome;

/// <summary>The lines that a story's quality is held against.</summary>
public static class StoryRules
{
    /// <summary>Labelled requests that a window needs before it can say that quality has recovered.</summary>
    public const int MinimumRows = 300;

    /// <summary>Share of the loss that must be regained.</summary>
    public const double RegainedShare = 0.7;

    /// <summary>A smaller loss of AUC than this does not count.</summary>
    public const double LossThatCounts = 0.05;

    /// <summary>A loss that chance gives more often than this does not count either (one-sided, independent samples).</summary>
    public const double LossByChance = 0.01;
}

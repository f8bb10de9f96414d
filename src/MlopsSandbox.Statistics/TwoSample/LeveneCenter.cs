namespace MlopsSandbox.Statistics;

/// <summary>What <see cref="Levene"/> measures deviations from.</summary>
public enum LeveneCenter
{
    /// <summary>The sample's median (Brown and Forsythe): keeps its level for skewed and heavy-tailed values.</summary>
    Median,

    /// <summary>The sample's mean (Levene): stronger for symmetric values with moderate tails, alarms too often for skewed ones.</summary>
    Mean,
}

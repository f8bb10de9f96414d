namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>The words that policies are written with, in <c>scenario.json</c>, on the command line and over HTTP.</summary>
public static class PolicyWords
{
    internal const string Never = "never", Periodic = "periodic", Labels = "labels", Drift = "drift", Quality = "quality", EstimatedQuality = "estimatedQuality", Cost = "cost";
    /// <summary>The choice to train again, as decisions keep it.</summary>
    internal const string Retrain = "retrain";
    internal const string Any = "any", All = "all";
    internal const string AllData = "all", Window = "window", SinceTraining = "sinceTraining", Decay = "decay", SinceChange = "sinceChange";

    /// <summary>Kinds of rules that stand alone.</summary>
    public static IReadOnlyList<string> SingleRules { get; } = [Never, Periodic, Labels, Drift, Quality, EstimatedQuality, Cost];

    /// <summary>All kinds of rules.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. SingleRules, Any, All];

    /// <summary>Kinds of data selection.</summary>
    public static IReadOnlyList<string> Selections { get; } = [SinceChange, SinceTraining, Window, Decay, AllData];
}

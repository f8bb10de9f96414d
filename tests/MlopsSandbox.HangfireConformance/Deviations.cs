namespace MlopsSandbox.HangfireConformance;

/// <summary>Cases that a storage is known not to pass, grouped by what is behind them.</summary>
public static class Deviations
{
    /// <summary>Each case by its name, with its reason.</summary>
    public static IReadOnlyDictionary<string, string> Of(params (string Reason, string[] Cases)[] groups) =>
        groups.SelectMany(group => group.Cases.Select(name => KeyValuePair.Create(name, group.Reason))).ToDictionary(StringComparer.Ordinal);
}

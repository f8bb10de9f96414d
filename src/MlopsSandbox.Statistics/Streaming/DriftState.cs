using System.Text.Json.Serialization;

namespace MlopsSandbox.Statistics;

/// <summary>What a streaming detector says after a value.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DriftState>))]
public enum DriftState
{
    /// <summary>No change is seen, or too few values are.</summary>
    Stable,

    /// <summary>A change is suspected; values from here on are worth keeping for a retrain.</summary>
    Warning,

    /// <summary>A change is found. The next value starts afresh.</summary>
    Drift,
}

using System.Text.Json.Serialization;

namespace MlopsSandbox.Statistics;

/// <summary>How <see cref="PageHinkley"/> measures the rise of its sum. With no forgetting (1) both give the same.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PageHinkleyForm>))]
public enum PageHinkleyForm
{
    /// <summary>The sum never falls below 0 (river's form).</summary>
    Clamped,

    /// <summary>The sum is held against its lowest so far, and against 0 (Page's and MOA's form).</summary>
    Plain,
}

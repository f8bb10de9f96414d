namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>How traces are sorted.</summary>
public enum TraceOrder
{
    /// <summary>The one that started last is the first.</summary>
    Newest,
    /// <summary>The one that took longest is the first; those that are open come last.</summary>
    Longest,
}

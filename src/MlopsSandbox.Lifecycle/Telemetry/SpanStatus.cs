namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>How a span ended.</summary>
public enum SpanStatus
{
    /// <summary>Nothing was said; also while it is open.</summary>
    Unset,
    /// <summary>It succeeded.</summary>
    Ok,
    /// <summary>It failed.</summary>
    Error,
    /// <summary>Its process died while it was open.</summary>
    Interrupted,
}

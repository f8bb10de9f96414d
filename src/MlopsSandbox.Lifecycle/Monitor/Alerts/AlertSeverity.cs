namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>How much an alert matters, the least first.</summary>
public enum AlertSeverity
{
    /// <summary>Good to know.</summary>
    Info,
    /// <summary>Somebody should look in working hours.</summary>
    Warning,
    /// <summary>The model's answers are worse than promised.</summary>
    Critical,
}

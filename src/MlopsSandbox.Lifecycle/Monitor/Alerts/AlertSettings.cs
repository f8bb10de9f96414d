namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>The rules of alerts, and who is told.</summary>
/// <param name="Rules">One for each name; names without one follow <see cref="RuleOf"/>.</param>
/// <param name="Sinks">Who is told.</param>
public sealed record AlertSettings(IReadOnlyList<AlertRule> Rules, IReadOnlyList<AlertSink> Sinks)
{
    /// <summary>What holds in a home without a file <c>alerts.json</c>: the default rules, told in the home's log.</summary>
    public static AlertSettings Default { get; } = new(AlertRules.Default, [new LogSink("log")]);

    /// <summary>The rule of a name; a warning at the first check that fires where none is written.</summary>
    public AlertRule RuleOf(string name) => Rules.FirstOrDefault(rule => rule.Name == name) ?? new AlertRule(name, AlertSeverity.Warning);
}

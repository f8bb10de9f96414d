using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Shapes;

/// <summary>The retrain policy in force, where it comes from and what it decided last.</summary>
/// <param name="Endpoint">The endpoint; null when a scenario was asked for.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Source"><c>scenario</c> (its file, or what holds where the file says nothing) or <c>set</c>.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Set">Who set it, when and why; null when nobody did.</param>
/// <param name="Decisions">Last decisions, the newest first.</param>
internal sealed record PolicyShape(string? Endpoint, string Scenario, string Source, JsonElement Policy, PolicyRow? Set, IReadOnlyList<DecisionShape> Decisions)
{
    public static PolicyShape Of(string? endpoint, Scenario scenario, PolicyInForce inForce, IEnumerable<RetrainDecisionRow> decisions) => new(
        endpoint, scenario.Name, inForce.SetBy is null ? "scenario" : "set", PolicyJson.Write(inForce.Policy), inForce.SetBy, [.. decisions.Select(DecisionShape.Of)]);
}

/// <summary>A decision of a policy.</summary>
/// <param name="SimulatedAt">Time of the check.</param>
/// <param name="Choice"><c>none</c>, <c>wait</c> or <c>retrain</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Rule">The rule that fired; null when none did.</param>
/// <param name="Guardrail">What held the retrain back; null when nothing did.</param>
/// <param name="ReportId">The drift report that it answers, or null.</param>
/// <param name="RunId">The run that decided.</param>
/// <param name="StartedRun">The run that it started, or null.</param>
/// <param name="Data">What that run learns from, or null.</param>
/// <param name="Evidence">The figures that it was made by; null of decisions that an earlier version made.</param>
internal sealed record DecisionShape(DateTimeOffset SimulatedAt, string Choice, string Reason, string? Rule, string? Guardrail, string? ReportId, string? RunId,
    string? StartedRun, JsonElement? Data, JsonElement? Evidence)
{
    public static DecisionShape Of(RetrainDecisionRow row) => new(
        row.At, row.Choice, row.Reason, row.Grounds?.Rule, row.Grounds?.Guardrail, row.ReportId, row.RunId, row.StartedRun, row.Grounds?.Data, row.Grounds?.Evidence);
}

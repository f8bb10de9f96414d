using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What a policy was set for.</summary>
public enum PolicyScope
{
    /// <summary>One endpoint.</summary>
    Endpoint,
    /// <summary>All endpoints of a scenario that have none of their own.</summary>
    Scenario,
}

/// <summary>A policy that somebody set, in the shape in which it is shown.</summary>
/// <param name="Scope">What it was set for.</param>
/// <param name="Name">The endpoint's or scenario's name.</param>
/// <param name="Policy">The policy; null when the scenario's own was given back.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="SetAt">Wall time.</param>
public sealed record PolicyRow(PolicyScope Scope, string Name, JsonElement? Policy, string By, string Reason, DateTimeOffset SetAt);

using MudBlazor;

namespace MlopsSandbox.Web.Components;

/// <summary>How a status looks.</summary>
/// <param name="Tone">A class of colour: <c>good</c>, <c>bad</c>, <c>warn</c>, <c>busy</c> or <c>quiet</c>.</param>
/// <param name="Icon">The inside of its picture.</param>
public sealed record StatusLook(string Tone, string Icon)
{
    /// <summary>Neither good nor bad.</summary>
    public static StatusLook Quiet { get; } = new("quiet", Icons.Material.Filled.Remove);

    /// <summary>The look of a status by its word, as JSON shows it.</summary>
    public static StatusLook Of(string word) => word switch
    {
        "succeeded" or "approved" or "ended" or "ok" or "champion" or "cleared" or "delivered" => new("good", Icons.Material.Filled.CheckCircle),
        "failed" or "rejected" or "drifted" or "open" or "alarm" or "error" or "critical" or "found" or "interrupted" => new("bad", Icons.Material.Filled.Error),
        "running" => new("busy", Icons.Material.Filled.Autorenew),
        "queued" => new("quiet", Icons.Material.Filled.Schedule),
        "waiting" or "pending" or "acknowledged" or "challenger" => new("warn", Icons.Material.Filled.HourglassTop),
        "warning" => new("warn", Icons.Material.Filled.Warning),
        "paused" => new("warn", Icons.Material.Filled.Pause),
        "cancelled" or "withdrawn" or "silenced" => new("quiet", Icons.Material.Filled.Block),
        "skipped" => new("quiet", Icons.Material.Filled.Redo),
        "cached" => new("good", Icons.Material.Filled.Inventory2),
        _ => Quiet,
    };
}

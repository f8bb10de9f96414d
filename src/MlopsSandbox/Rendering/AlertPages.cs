using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>Alerts in a table, and one alone.</summary>
internal static class AlertPages
{
    /// <summary>Draws alerts in the order given, with the command that takes the first open one up.</summary>
    public static void DrawAll(IAnsiConsole screen, IReadOnlyList<AlertRow> alerts, bool all, Hints hints)
    {
        if (alerts.Count == 0)
        {
            screen.WriteLine(all ? "No alert was ever raised here: a check of the workflow 'monitor' raises one when it finds something." : "No alert is open.");
            if (!all) screen.WriteHint("Those that are over", hints.For("alerts", "--all"));
            return;
        }
        Table table = Tables.Of("alert", "status", "severity", "endpoint", "about", "since", "last", ">times");
        foreach (AlertRow alert in alerts)
            table.Row(alert.Id, Tables.Word(alert.Status), Tables.Word(alert.Severity), alert.Endpoint, About(alert), Figures.Day(alert.OpenedAt), Figures.Day(alert.LastAt), Figures.Count(alert.Times));
        screen.Write(table);
        if (alerts.FirstOrDefault(alert => alert.Status == AlertStatus.Open) is { } open) screen.WriteHint("Take the first up", hints.For("alerts", "ack", open.Id, "--note", "what you do about it"));
    }

    /// <summary>Draws one alert, with who was told and who was not.</summary>
    public static void Draw(IAnsiConsole screen, AlertRow alert, Hints hints)
    {
        screen.WriteLine($"{alert.Id}, {Tables.Word(alert.Status)}, {Tables.Word(alert.Severity)}: {alert.Text}");
        screen.WriteLine($"Endpoint {alert.Endpoint}, rule {alert.Rule}, about {About(alert)}; raised {Figures.Time(alert.OpenedAt)} by {alert.ReportId}, {alert.Times} checks so far, the last {Figures.Time(alert.LastAt)} (simulated times).");
        if (alert.AcknowledgedBy is { } by) screen.WriteLine($"Taken up by {by} at {Figures.Time(alert.AcknowledgedAt!.Value)} UTC: {alert.Note}");
        if (alert.Status == AlertStatus.Silenced) screen.WriteLine($"Silenced until {Figures.Time(alert.SilencedUntil!.Value)} (simulated time).");
        if (alert.ClearedAt is { } cleared) screen.WriteLine($"Over since {Figures.Time(cleared)} (simulated time).");
        if (alert.Notifications is { Count: > 0 } told) DrawTold(screen, told);
        else screen.WriteLine("Nobody was told of it.");
        if (alert.Status == AlertStatus.Open) screen.WriteHint("Take it up", hints.For("alerts", "ack", alert.Id, "--note", "what you do about it"));
    }

    private static void DrawTold(IAnsiConsole screen, IReadOnlyList<NotificationRow> told)
    {
        Table table = Tables.Of("notification", "of", "sink", "status", ">attempts", "next attempt (UTC)", "why it failed");
        foreach (NotificationRow one in told)
            table.Row(one.Id, one.Kind, one.Sink, Tables.Word(one.Status), Figures.Count(one.Attempts), one is { NextAt: { } next, Attempts: > 0 } ? Figures.Time(next) : "–", one.Error ?? "–");
        screen.Write(table);
    }

    /// <summary>What an alert is about, in a few words.</summary>
    public static string About(AlertRow alert) => alert.Subject.Length > 0 ? alert.Subject : alert.Rule;
}

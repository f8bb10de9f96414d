using MlopsSandbox.Api;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Models;

namespace MlopsSandbox.Web.Home;

/// <summary>What to try next, by where a story stands. Pure.</summary>
internal static class NextSteps
{
    private const int Most = 4;

    /// <summary>The most useful first.</summary>
    public static IReadOnlyList<NextStep> Of(HomeView view)
    {
        List<NextStep> steps = [];
        string id = view.Story.Id, endpoint = Uri.EscapeDataString(view.Story.ModelName);
        foreach (RunRow asking in view.Asking) steps.Add(new($"{asking.Id} waits for an approval", $"/runs/{asking.Id}", ["approve", asking.Id, "--reason", "looks right"]));
        if (view.Alerts.FirstOrDefault(alert => alert.Status == AlertStatus.Open) is { } open) steps.Add(new($"Take up {open.Id}: {open.Text}", $"/monitor/{endpoint}", ["alerts", "ack", open.Id, "--note", "looking"]));
        if (view.Story is { HasEnded: false, Drift: "none" } && view.Champion is not null) steps.Add(new("Change the world: inject drift, and see how long the monitor takes", null, ["stories", "inject", id, "all"]));
        if (view.Champion is { } champion) steps.Add(new("Ask the champion yourself", $"/models/{endpoint}/{champion.Version}", view.Sample is { } sample ? TryWords.Command(champion.Model, sample.Features.Keys.ToDictionary(name => name, name => TryField.TextOf(sample, name))) : null));
        if (view.Training is { TraceId: not null } training) steps.Add(new("See where the time of the newest training went", $"/traces/{training.TraceId}", ["trace", training.Id]));
        if (view.Story.Outcome is not null) steps.Add(new("Read the story as one page, to keep or to send", ReportEndpoint.AddressOf(id), null) { IsApart = true });
        if (view.Story.HasEnded) steps.Add(new("Tell a quiet story: a monitor that cries wolf is none", null, ["walkthrough", "--drift", "none"]));
        return [.. steps.Take(Most)];
    }
}

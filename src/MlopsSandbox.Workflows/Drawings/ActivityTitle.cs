using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Drawings;

/// <summary>What a picture writes at a box.</summary>
internal static class ActivityTitle
{
    /// <summary>The text that Elsa Studio shows, else the name.</summary>
    public static string Of(ActivityDefinition activity) => DrawnText.Title(
        activity.Json.Get("metadata")?.GetText("displayText") is { Length: > 0 } shown ? shown : activity.Name);

    /// <summary>The type; inside another activity than a flowchart or sequence with its place there, such as <c>then · Elsa.WriteLine</c>.</summary>
    public static string Subtitle(ActivityDefinition activity) => DrawnText.Title(Place(activity) is { Length: > 0 } place ? $"{place} · {activity.Type}" : activity.Type);

    private static string Place(ActivityDefinition activity)
    {
        if (activity.Container?.Behaviour is null or ActivityGroup) return "";
        if (activity.Container.Behaviour is not Switch || !activity.Slot.StartsWith("cases[", StringComparison.Ordinal)) return activity.Slot;
        var index = int.Parse(activity.Slot["cases[".Length..activity.Slot.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
        return SwitchCases.Labels(activity.Container).ElementAt(index) is { Length: > 0 } label ? label : $"case {index + 1}";
    }
}

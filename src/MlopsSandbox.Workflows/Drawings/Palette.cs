using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Drawings;

/// <summary>The colours of a picture, dark on light; a box's line is the colour of its category.</summary>
internal static class Palette
{
    public const string Ground = "#ffffff", Frame = "#d0d7de", Ink = "#1f2328", FaintInk = "#57606a", Arrow = "#6e7781";

    public static (string Ground, string Line) Of(ActivityDefinition activity) => activity.IsTrigger ? ("#e6f6ec", "#1a7f37") : activity.Descriptor.Category switch
    {
        "Lifecycle" => ("#e8f1fc", "#0969da"),
        "Flow" or "Branching" or "Workflows" => ("#fdf3dc", "#9a6700"),
        "Looping" => ("#f3ecfd", "#8250df"),
        "Console" or "Primitives" => ("#f6f8fa", "#57606a"),
        "Composition" => ("#e6f5f4", "#1b7c83"),
        _ => ("#fbeaf2", "#bf3989"),
    };

    /// <summary>The ground of what is inside an activity; neighbouring depths differ.</summary>
    public static string Inside(int depth) => depth % 2 == 0 ? "#fcfcfd" : "#f3f5f7";
}

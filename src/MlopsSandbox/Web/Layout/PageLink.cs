using MudBlazor;

namespace MlopsSandbox.Web.Layout;

/// <summary>A page of the menu.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Title">What the menu calls it.</param>
/// <param name="Icon">The inside of its picture, 24 by 24.</param>
/// <param name="Key">The key that opens it, after <c>g</c>.</param>
public sealed record PageLink(string Address, string Title, string Icon, char Key)
{
    /// <summary>The menu, in its order.</summary>
    public static IReadOnlyList<PageLink> All { get; } =
    [
        new("/", "Home", Icons.Material.Filled.Home, 'h'),
        new("/workflows", "Workflows", Icons.Material.Filled.AccountTree, 'w'),
        new("/runs", "Runs", Icons.Material.Filled.PlayCircleOutline, 'r'),
        new("/models", "Models", Icons.Material.Filled.ModelTraining, 'm'),
        new("/monitor", "Monitor", Icons.Material.Filled.MonitorHeart, 'o'),
        new("/traces", "Traces", Icons.Material.Filled.Timeline, 't'),
        new("/jobs", "Jobs", Icons.Material.Filled.WorkHistory, 'j'),
        new("/api-reference", "API", Icons.Material.Filled.Api, 'a'),
    ];
}

namespace MlopsSandbox.Web.Home;

/// <summary>A station of the lifecycle, as the diagram shows it.</summary>
/// <param name="Name">Its name, which is also its place in the diagram.</param>
/// <param name="Status">A status word, such as <c>running</c>; <c>idle</c> for what has not happened yet.</param>
/// <param name="Line">What it last did, in a few words; empty when it did nothing yet.</param>
/// <param name="Address">Where more of it is shown; null when there is nothing.</param>
public sealed record LifecycleNode(string Name, string Status, string Line, string? Address)
{
    /// <summary>The word of a station that nothing has reached.</summary>
    public const string Idle = "idle";
}

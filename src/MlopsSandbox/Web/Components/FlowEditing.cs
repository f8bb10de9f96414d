namespace MlopsSandbox.Web.Components;

/// <summary>Who hears what is done to a flowchart in the browser.</summary>
/// <param name="Moved">A box was moved: its id, pixels to the right, pixels down, and whether it was a small step by a key.</param>
/// <param name="Connected">A connection was drawn: the id that it leaves, the port, the id that it enters.</param>
/// <param name="Deleted">A box is to be deleted: its id.</param>
public sealed record FlowEditing(Func<string, double, double, bool, Task> Moved, Func<string, string, string, Task> Connected, Func<string, Task> Deleted);

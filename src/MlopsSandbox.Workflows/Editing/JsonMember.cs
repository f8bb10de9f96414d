namespace MlopsSandbox.Workflows.Editing;

/// <summary>A member of an object in a JSON text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">The first byte of the name.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Start, JsonSpan Value);

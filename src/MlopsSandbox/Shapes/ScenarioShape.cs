namespace MlopsSandbox.Shapes;

/// <summary>A scenario that can be walked through.</summary>
internal sealed record ScenarioShape(string Name, string Title, string Folder, string Goal, string Label, int Features);

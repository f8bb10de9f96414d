namespace MlopsSandbox.Web.Models;

/// <summary>One step of the way from a file to an endpoint.</summary>
/// <param name="Title">What its things are.</param>
/// <param name="Nodes">The things.</param>
public sealed record LineageColumn(string Title, IReadOnlyList<LineageNode> Nodes);

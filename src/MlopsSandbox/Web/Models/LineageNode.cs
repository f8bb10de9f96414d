namespace MlopsSandbox.Web.Models;

/// <summary>Something on the way from a file to an endpoint.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Detail">What is to be known of it.</param>
/// <param name="Address">Its page.</param>
public sealed record LineageNode(string Title, string Detail, string Address)
{
    /// <summary>False for what was tried, and not taken.</summary>
    public bool IsTaken { get; init; } = true;
    /// <summary>True for what this page is about.</summary>
    public bool IsHere { get; init; }
}

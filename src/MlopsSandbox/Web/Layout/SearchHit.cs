namespace MlopsSandbox.Web.Layout;

/// <summary>Something that a search found.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Kind">What it is, such as <c>run</c>.</param>
/// <param name="Address">Its page.</param>
internal sealed record SearchHit(string Title, string Kind, string Address);

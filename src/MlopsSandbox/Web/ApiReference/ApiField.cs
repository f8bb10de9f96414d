namespace MlopsSandbox.Web.ApiReference;

/// <summary>A field of a body or an answer, or a parameter.</summary>
/// <param name="Name">Its name; <c>[]</c> for each of an array.</param>
/// <param name="Type">Its type in words.</param>
/// <param name="IsRequired">True when it cannot be left out.</param>
/// <param name="Text">What it is for; null when nothing is said.</param>
/// <param name="Depth">0 for those of the whole; each level within others is one more.</param>
public sealed record ApiField(string Name, string Type, bool IsRequired, string? Text, int Depth);

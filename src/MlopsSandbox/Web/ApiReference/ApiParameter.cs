namespace MlopsSandbox.Web.ApiReference;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsInPath">True in the path, false behind the question mark.</param>
/// <param name="Type">Its type in words.</param>
/// <param name="IsRequired">True when it cannot be left out.</param>
/// <param name="Text">What it is for; null when nothing is said.</param>
public sealed record ApiParameter(string Name, bool IsInPath, string Type, bool IsRequired, string? Text);

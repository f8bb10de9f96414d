namespace MlopsSandbox.Web.Monitor;

/// <summary>A figure of a policy in the form.</summary>
/// <param name="Option">The option of <c>mlops policies set</c> that takes it.</param>
/// <param name="Label">What it is.</param>
/// <param name="Example">Shown while it is empty; empty for nothing.</param>
internal sealed record PolicyField(string Option, string Label, string Example);

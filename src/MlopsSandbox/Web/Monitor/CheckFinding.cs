namespace MlopsSandbox.Web.Monitor;

/// <summary>One thing that a monitor looked at, as it was written.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Measure">How it was measured.</param>
/// <param name="Found">True when it is to be told.</param>
/// <param name="NotJudged">Why it could not be judged; null when it was.</param>
/// <param name="Text">The figure in plain words.</param>
public sealed record CheckFinding(string Subject, string Measure, bool Found, string? NotJudged, string Text);

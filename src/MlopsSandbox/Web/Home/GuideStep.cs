using MlopsSandbox.Walkthrough;

namespace MlopsSandbox.Web.Home;

/// <summary>A step of the guided walkthrough: something that happened or happens, explained.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Status">A status word.</param>
/// <param name="Text">What it is for, and what came of it.</param>
public sealed record GuideStep(string Title, string Status, string Text)
{
    /// <summary>True when it is past and only remembered, so that it no longer looks as if it were now.</summary>
    public bool IsPast { get; init; }
    /// <summary>Another word than the status's own.</summary>
    public string? Word { get; init; }
    /// <summary>What came of it, in a line; null while nothing did.</summary>
    public string? Result { get; init; }
    /// <summary>What it is called elsewhere.</summary>
    public IReadOnlyList<ElsewhereName> Elsewhere { get; init; } = [];
    /// <summary>Where what it made is shown.</summary>
    public IReadOnlyList<GuideLink> Links { get; init; } = [];
}

namespace MlopsSandbox.Web.Traces;

/// <summary>The spans of the same names in two traces.</summary>
/// <param name="Path">Their names from the root down.</param>
/// <param name="A">Those of the first trace; null when it has none.</param>
/// <param name="B">Those of the second; null when it has none.</param>
public sealed record ComparedGroup(IReadOnlyList<string> Path, SpanGroup? A, SpanGroup? B)
{
    /// <summary>How much longer they took together in the second; negative when shorter.</summary>
    public TimeSpan Difference => (B?.Total ?? TimeSpan.Zero) - (A?.Total ?? TimeSpan.Zero);

    /// <summary>True when the traces do not have as many of them, or not as many failed.</summary>
    public bool HasOtherCount => A?.Count != B?.Count || A?.Failed != B?.Failed;
}

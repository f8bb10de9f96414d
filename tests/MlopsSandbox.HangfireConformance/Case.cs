namespace MlopsSandbox.HangfireConformance;

/// <summary>One promise of the storage contract.</summary>
/// <param name="Name"><c>Chapter.Member_Condition_Result</c>.</param>
/// <param name="Check">Throws when the storage, which is empty at first, doesn't keep it.</param>
public sealed record Case(string Name, Action<StorageUnderTest> Check)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

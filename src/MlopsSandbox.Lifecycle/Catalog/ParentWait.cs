namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What the run that dispatched another waits for. Kept as its number.</summary>
internal enum ParentWait
{
    /// <summary>For nothing.</summary>
    None = 0,
    /// <summary>For the other's end.</summary>
    End = 1,
    /// <summary>Until the other has ended or waits itself.</summary>
    EndOrWait = 2,
}

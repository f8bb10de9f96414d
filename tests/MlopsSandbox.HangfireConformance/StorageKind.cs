namespace MlopsSandbox.HangfireConformance;

/// <summary>A storage that the suite can be run against.</summary>
public abstract class StorageKind
{
    /// <summary>How reports call it.</summary>
    public abstract string Name { get; }

    /// <summary>Cases that this storage is known not to pass, with the reason. One that passes after all is an error too.</summary>
    public virtual IReadOnlyDictionary<string, string> KnownDeviations => new Dictionary<string, string>();

    /// <summary>An empty storage of this kind, for one case.</summary>
    public abstract StorageUnderTest Create();

    /// <inheritdoc/>
    public override string ToString() => Name;
}

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What model groups are sorted by; ties by name, in the same direction.</summary>
public enum ModelGroupSort
{
    /// <summary>Wall time at which the newest version was made.</summary>
    Newest,
    /// <summary>The name, by its letters' codes.</summary>
    Model,
    /// <summary>How many versions there are.</summary>
    Versions,
}

namespace MlopsSandbox.Web.Plots;

/// <summary>How positions on an axis are read.</summary>
public enum AxisKind
{
    /// <summary>As numbers.</summary>
    Number,
    /// <summary>As milliseconds since 1970 in UTC.</summary>
    Time,
    /// <summary>As positions in a list of names.</summary>
    Category,
}

namespace MlopsSandbox.Web.Workflows;

/// <summary>A field of the form that starts a run: one of the workflow's inputs.</summary>
/// <param name="Name">The input.</param>
/// <param name="Title">What the form calls it.</param>
/// <param name="TypeName">Elsa's short type name.</param>
/// <param name="Help">What it is, its default and range, in sentences.</param>
/// <param name="IsRequired">True when a run can't do without.</param>
/// <param name="Choices">The only values that it takes; empty when any may be given.</param>
internal sealed record RunField(string Name, string Title, string TypeName, string Help, bool IsRequired, IReadOnlyList<string> Choices)
{
    /// <summary>True for JSON, which wants room.</summary>
    public bool IsLong => TypeName is "Object" || TypeName.EndsWith("[]", StringComparison.Ordinal);

    /// <summary>True for numbers.</summary>
    public bool IsNumber => TypeName is "Int32" or "Int64" or "Double" or "Single" or "Decimal";
}

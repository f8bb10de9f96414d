using System.Text.Json.Serialization;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>What a feature looks like in a dataset.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Missing">Rows without a value.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NumericProfile), "numeric")]
[JsonDerivedType(typeof(CategoricalProfile), "categorical")]
public abstract record ColumnProfile(string Name, int Missing)
{
    internal static ColumnProfile Of(Column column) => column switch
    {
        NumericColumn numeric => NumericProfile.Of(numeric),
        CategoricalColumn categorical => CategoricalProfile.Of(categorical),
        _ => throw new ArgumentException($"Column '{column.Name}' is a {column.GetType().Name}; expected a numeric or categorical one."),
    };
}

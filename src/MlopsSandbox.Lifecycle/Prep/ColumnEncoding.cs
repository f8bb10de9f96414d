using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Ingest;

namespace MlopsSandbox.Lifecycle.Prep;

/// <summary>How one feature becomes slots of a feature vector.</summary>
/// <param name="Column">The feature's name.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NumericEncoding), "numeric")]
[JsonDerivedType(typeof(CategoricalEncoding), "categorical")]
public abstract record ColumnEncoding(string Column)
{
    /// <summary>Names of the slots, such as <c>tenure</c> or <c>contract=One year</c>.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<string> Slots { get; }

    /// <summary>Fills the slots of each row's vector from <paramref name="first"/> on; the vectors come as zeros.</summary>
    /// <exception cref="ArgumentException">The column is of the other kind.</exception>
    internal abstract void Fill(Column column, float[][] vectors, int first);

    /// <summary>The refusal of a column of the other kind.</summary>
    protected ArgumentException Unexpected(Column found, string expected) =>
        new($"Column '{Column}' is a {found.GetType().Name}; the recipe expects a {expected}, as the model was fitted.");
}

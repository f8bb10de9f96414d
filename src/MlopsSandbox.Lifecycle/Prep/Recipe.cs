using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Prep;

/// <summary>Turns raw rows into feature vectors, the same way for training and for serving.</summary>
/// <param name="Encodings">One for each feature that is used, in order of their slots.</param>
/// <param name="Dropped">Features that were constant in the train rows.</param>
public sealed record Recipe(IReadOnlyList<ColumnEncoding> Encodings, IReadOnlyList<string> Dropped)
{
    /// <summary>Learns a recipe from the train rows, and from no others: what validation and test rows look like must not leak into the model.</summary>
    /// <exception cref="StageException">No feature varies (<c>features-constant</c>).</exception>
    public static Recipe Fit(Table train)
    {
        (string Name, ColumnEncoding? Encoding)[] columns = [.. train.Columns.Select(column => (column.Name, EncodingOf(column)))];
        Recipe recipe = new(
            [.. columns.Select(column => column.Encoding).OfType<ColumnEncoding>()],
            [.. columns.Where(column => column.Encoding is null).Select(column => column.Name)]);
        if (recipe.Encodings.Count > 0) return recipe;
        throw new StageException("features-constant",
            $"None of the features ({string.Join(", ", recipe.Dropped)}) varies among the train rows; expected one at least. A model needs features that tell rows apart.");
    }

    /// <summary>Names of the vector's slots.</summary>
    public IReadOnlyList<string> SlotNames() => [.. Encodings.SelectMany(encoding => encoding.Slots)];

    /// <summary>A vector for each row. Columns of the table that the recipe does not use are passed over.</summary>
    /// <exception cref="KeyNotFoundException">The table lacks a column that the recipe uses.</exception>
    /// <exception cref="ArgumentException">A column is of the other kind.</exception>
    public float[][] Apply(Table rows)
    {
        int length = Encodings.Sum(encoding => encoding.Slots.Count);
        float[][] vectors = [.. Enumerable.Range(0, rows.Count).Select(_ => new float[length])];
        int first = 0;
        foreach (ColumnEncoding encoding in Encodings)
        {
            encoding.Fill(rows[encoding.Column], vectors, first);
            first += encoding.Slots.Count;
        }

        return vectors;
    }

    /// <summary>Canonical JSON; equal recipes give equal bytes.</summary>
    public byte[] ToJson() => ArtifactJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are not a recipe.</exception>
    public static Recipe FromJson(ReadOnlySpan<byte> json) => ArtifactJson.Read<Recipe>(json);

    private static ColumnEncoding? EncodingOf(Column column) => column switch
    {
        NumericColumn numeric => NumericEncoding.Fit(numeric),
        CategoricalColumn categorical => CategoricalEncoding.Fit(categorical),
        _ => throw new ArgumentException($"Column '{column.Name}' is a {column.GetType().Name}; expected a numeric or categorical one."),
    };
}

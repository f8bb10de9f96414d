using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>A row as ML.NET reads it; the property names are the trainers' default column names.</summary>
internal sealed class VectorRow
{
    public required bool Label { get; init; }
    public required float[] Features { get; init; }

    public static IDataView View(MLContext context, float[][] vectors, bool[] labels)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(VectorRow));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, vectors[0].Length);
        return context.Data.LoadFromEnumerable(vectors.Zip(labels, (vector, label) => new VectorRow { Features = vector, Label = label }).ToArray(), schema);
    }
}

using Microsoft.ML;
using Microsoft.ML.Data;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>A row as ML.NET reads it; the property names are the trainers' default column names.</summary>
/// <typeparam name="TLabel">What trainers of the task want: a truth for classes, a float for numbers.</typeparam>
internal sealed class VectorRow<TLabel>
{
    public required TLabel Label { get; init; }
    public required float[] Features { get; init; }
}

/// <summary>Rows as ML.NET reads them.</summary>
internal static class VectorRows
{
    /// <summary>Rows to fit on.</summary>
    public static IDataView View(MLContext context, PredictionTask task, float[][] vectors, double[] labels) => task == PredictionTask.Regression
        ? View(context, vectors, labels.Select(label => (float)label))
        : View(context, vectors, labels.Select(Classes.IsPositive));

    /// <summary>Rows to score; their labels are not looked at.</summary>
    public static IDataView View(MLContext context, float[][] vectors) => View(context, vectors, new bool[vectors.Length]);

    private static IDataView View<TLabel>(MLContext context, float[][] vectors, IEnumerable<TLabel> labels)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(VectorRow<TLabel>));
        schema[nameof(VectorRow<TLabel>.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, vectors[0].Length);
        return context.Data.LoadFromEnumerable(vectors.Zip(labels, (vector, label) => new VectorRow<TLabel> { Features = vector, Label = label }).ToArray(), schema);
    }
}

using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Prep;

/// <summary>Prep: a dataset version becomes feature vectors.</summary>
public sealed class PrepStage : IPureStage
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new(
        "MlopsSandbox.Prep",
        "Lifecycle",
        "Learns a recipe from the train rows alone (fill in what is missing, turn texts into slots, scale numbers, drop constant columns) and applies it to all rows, so that serving repeats exactly what training saw.",
        [],
        ["Done"],
        [
            new ActivityOutput("result", "String", "Content hash of the prepared table."),
            new ActivityOutput("prepared", "String", "Content hash of the prepared table, a Parquet file with a column for each slot."),
            new ActivityOutput("recipe", "String", "Content hash of the recipe, as JSON."),
        ]);

    /// <inheritdoc/>
    public string? DependsOn(StageContext context) => "";

    /// <inheritdoc/>
    public StageResult Execute(StageContext context, CancellationToken cancellation)
    {
        Dataset dataset = DatasetParquet.Read(context.Artifacts.Get(context.Required(OutputKinds.Dataset, "MlopsSandbox.Ingest")));
        (Recipe recipe, PreparedTable prepared) = PreparedTable.Of(dataset);
        cancellation.ThrowIfCancellationRequested();
        ContentHash table = context.Artifacts.Put(PreparedParquet.Write(prepared));
        return new StageCompleted(
            "Done",
            new Dictionary<string, StageOutput>
            {
                ["prepared"] = new(OutputKinds.Prepared, table),
                ["recipe"] = new(OutputKinds.Recipe, context.Artifacts.Put(recipe.ToJson())),
                ["result"] = StageReading.TextOutput(table.ToString()),
            },
            new Dictionary<string, double>
            {
                ["rows"] = prepared.RowIds.Length,
                ["features"] = recipe.Encodings.Count,
                ["slots"] = prepared.SlotNames.Count,
                ["droppedFeatures"] = recipe.Dropped.Count,
            },
            []);
    }
}

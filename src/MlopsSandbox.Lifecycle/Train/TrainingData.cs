using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>What a fit needs beside the trainer.</summary>
/// <param name="Dataset">Content hash of the dataset version.</param>
/// <param name="Recipe">The recipe that made the vectors.</param>
/// <param name="Prepared">The vectors.</param>
/// <param name="Scenario">Label, features and costs.</param>
internal sealed record TrainingData(ContentHash Dataset, Recipe Recipe, PreparedTable Prepared, Scenario Scenario)
{
    /// <summary>The prepared table before this activity, or else the default recipe applied to the dataset before it.</summary>
    /// <exception cref="StageException">There is no dataset, or a prepared table without its recipe (<c>input-missing</c>).</exception>
    public static TrainingData Before(StageContext context)
    {
        ContentHash dataset = context.Required(OutputKinds.Dataset, "MlopsSandbox.Ingest");
        if (context.Newest(OutputKinds.Prepared) is { } prepared)
        {
            Recipe recipe = Recipe.FromJson(context.Artifacts.Get(context.Required(OutputKinds.Recipe, "MlopsSandbox.Prep")));
            return new TrainingData(dataset, recipe, PreparedParquet.Read(context.Artifacts.Get(prepared)), context.Scenario);
        }

        (Recipe fitted, PreparedTable table) = PreparedTable.Of(DatasetParquet.Read(context.Artifacts.Get(dataset)));
        return new TrainingData(dataset, fitted, table, context.Scenario);
    }
}

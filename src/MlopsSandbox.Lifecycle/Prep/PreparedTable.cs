using MlopsSandbox.Lifecycle.Ingest;

namespace MlopsSandbox.Lifecycle.Prep;

/// <summary>A dataset as trainers want it: a vector for each row, with its label, split and row id.</summary>
/// <param name="SlotNames">Names of the vector's slots.</param>
/// <param name="Vectors">One a row.</param>
/// <param name="RowIds">Row ids of the scenario's file.</param>
/// <param name="Labels">The label of each row; of classes 1 for the positive one and 0 for the other.</param>
/// <param name="Splits">What each row is for.</param>
public sealed record PreparedTable(IReadOnlyList<string> SlotNames, float[][] Vectors, int[] RowIds, double[] Labels, Split[] Splits)
{
    /// <summary>Fits the default recipe on a dataset's train rows and applies it to all rows.</summary>
    public static (Recipe Recipe, PreparedTable Prepared) Of(Dataset dataset)
    {
        Recipe recipe = Recipe.Fit(dataset.Part(Split.Train));
        return (recipe, new PreparedTable(recipe.SlotNames(), recipe.Apply(dataset.Rows), dataset.Rows.RowIds, dataset.Rows.Labels, dataset.Splits));
    }

    /// <summary>The rows of one split, in their order.</summary>
    public PreparedTable Part(Split split)
    {
        int[] positions = [.. Enumerable.Range(0, RowIds.Length).Where(position => Splits[position] == split)];
        return new PreparedTable(
            SlotNames,
            [.. positions.Select(position => Vectors[position])],
            [.. positions.Select(position => RowIds[position])],
            [.. positions.Select(position => Labels[position])],
            [.. positions.Select(position => Splits[position])]);
    }
}

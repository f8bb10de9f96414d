using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Bias;

/// <summary>Decisions on a group and on all others.</summary>
/// <param name="Feature">A categorical feature.</param>
/// <param name="Group">The value that makes the group.</param>
/// <param name="InGroup">Decisions on it.</param>
/// <param name="Others">Decisions on rows with another value; rows without one are in neither.</param>
public sealed record GroupDecisions(string Feature, string Group, DecisionCounts InGroup, DecisionCounts Others)
{
    /// <summary>Counts decisions.</summary>
    /// <param name="group">Which group.</param>
    /// <param name="rows">Rows with their labels.</param>
    /// <param name="scores">A score for each.</param>
    /// <param name="threshold">Score from which a row is called positive; null when none is.</param>
    public static GroupDecisions Of(BiasGroup group, Table rows, double[] scores, double? threshold)
    {
        CategoricalColumn column = (CategoricalColumn)rows[group.Feature];
        return new GroupDecisions(group.Feature, group.Group, Count(value => value == group.Group), Count(value => value is not null && value != group.Group));

        DecisionCounts Count(Func<string?, bool> isIn)
        {
            int[] places = [.. Enumerable.Range(0, rows.Count).Where(row => isIn(column.Values[row]))];
            return new DecisionCounts(places.Length, places.Count(Called), places.Count(row => Classes.IsPositive(rows.Labels[row])), places.Count(row => Classes.IsPositive(rows.Labels[row]) && Called(row)));
        }

        bool Called(int row) => scores[row] >= (threshold ?? double.PositiveInfinity);
    }
}

/// <summary>How often rows were called positive.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Called">Those called positive.</param>
/// <param name="Positives">Those that are positive.</param>
/// <param name="Hits">Those that are, and were called so.</param>
public readonly record struct DecisionCounts(int Rows, int Called, int Positives, int Hits);

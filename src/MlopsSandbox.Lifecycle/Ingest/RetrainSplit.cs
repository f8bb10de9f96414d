using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>What each row of the traffic reserve is for when a retrain learns from it.</summary>
/// <remarks>
/// Settled by the root seed for the whole reserve, and never by which requests a retrain happens to see: a row that one retrain was fitted on
/// is never in another's validation or test, so no model is ever measured on rows that it, or the champion it is held against, has seen.
/// </remarks>
internal static class RetrainSplit
{
    /// <summary>Within each class, each block of this many rows in order of serving holds the scenario's shares, so that any stretch of traffic does nearly.</summary>
    private const int Block = 20;

    /// <summary>The split of each row of the reserve, by row id.</summary>
    public static IReadOnlyDictionary<int, Split> OfReserve(int rootSeed, Scenario scenario, Table table)
    {
        Dictionary<int, Split> splits = [];
        Split[] shares = Shares(scenario.Retrain);
        int[] reserve = [.. RowDivision.Of(rootSeed, scenario, table).Reserve];
        foreach (LabelStratum stratum in LabelStratum.Of(scenario.Task))
        {
            SeededRandom random = new(Seeds.Derive(rootSeed, "retrain-split", stratum.Ordinal));
            foreach (int[] block in reserve.Where(row => stratum.Holds(table.Labels[row])).Chunk(Block))
            {
                random.Shuffle<Split>(shares);
                for (int i = 0; i < block.Length; i++) splits[block[i]] = shares[i];
            }
        }

        return splits;
    }

    private static Split[] Shares(RetrainSettings retrain)
    {
        int trainEnd = (int)Math.Round(Block * retrain.Train, MidpointRounding.AwayFromZero);
        int validationEnd = (int)Math.Round(Block * (retrain.Train + retrain.Validation), MidpointRounding.AwayFromZero);
        return [.. Enumerable.Range(0, Block).Select(i => i < trainEnd ? Split.Train : i < validationEnd ? Split.Validation : Split.Test)];
    }
}

using System.Text.Json;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Ingest;

public sealed class LabelledRowsTests
{
    private const int Seed = 3;
    private static readonly Scenario Scenario = Small.At("/data");
    private static readonly Table Rows = SyntheticRows.Of(2000);
    private static readonly RowDivision Division = RowDivision.Of(Seed, Scenario, Rows);

    [Fact]
    public void Of_AnyStretchOfTraffic_HoldsTheSharesOfEachClass()
    {
        Dataset dataset = LabelledRows.Of(Seed, Scenario, Rows, Requests(Division.Reserve.Skip(137).Take(500)), "endpoint");

        foreach (bool label in (bool[])[false, true])
        {
            int all = dataset.Rows.Labels.Count(value => Classes.IsPositive(value) == label);
            // At either end of the stretch a block of 20 may be cut, which moves at most 4 of its 4 validation rows.
            foreach (Split split in (Split[])[Split.Validation, Split.Test])
                Assert.InRange(dataset.Part(split).Labels.Count(value => Classes.IsPositive(value) == label), (0.2 * all) - 8, (0.2 * all) + 8);
        }
    }

    [Fact]    // what makes retrains after retrains honest: the champion's fit never meets the challenger's test
    public void Of_OverlappingStretches_GivesEachRowTheSameUse()
    {
        Dataset first = LabelledRows.Of(Seed, Scenario, Rows, Requests(Division.Reserve.Take(500)), "endpoint");
        Dataset second = LabelledRows.Of(Seed, Scenario, Rows, Requests(Division.Reserve.Skip(200).Take(500)), "endpoint");

        Dictionary<int, Split> earlier = first.Rows.RowIds.Zip(first.Splits).ToDictionary();
        int[] both = [.. second.Rows.RowIds.Intersect(earlier.Keys)];
        Assert.Equal(300, both.Length);
        Assert.Empty(first.Part(Split.Train).RowIds.Intersect(second.Part(Split.Validation, Split.Test).RowIds));
        Assert.All(second.Rows.RowIds.Zip(second.Splits), row => Assert.Equal(earlier.GetValueOrDefault(row.First, row.Second), row.Second));
    }

    [Fact]
    public void Of_WithHistory_IsFittedOnItsTrainRowsAndMeasuredOnNoneOfIt()
    {
        Dataset dataset = LabelledRows.Of(Seed, Scenario, Rows, Requests(Division.Reserve.Take(400)), "endpoint", withHistory: true);

        Assert.Equal(Division.Train, dataset.Rows.RowIds[..Division.Train.Count]);
        Assert.All(dataset.Splits[..Division.Train.Count], split => Assert.Equal(Split.Train, split));
        Assert.Empty(dataset.Part(Split.Validation, Split.Test).RowIds.Except(Division.Reserve));
    }

    [Fact]
    public void Of_RowsOutsideTheReserve_AreOnlyLearnedFrom()
    {
        IEnumerable<int> rows = Division.Reserve.Take(400).Concat(Division.Test.Take(30));

        Dataset dataset = LabelledRows.Of(Seed, Scenario, Rows, Requests(rows), "endpoint");

        Assert.All(dataset.Splits[400..], split => Assert.Equal(Split.Train, split));
    }

    [Fact]
    public void Of_LateLabels_ArePassedOver()
    {
        CapturedRequest[] requests = Requests(Division.Reserve.Take(500));

        Dataset dataset = LabelledRows.Of(Seed, Scenario, Rows, [.. requests.Select((request, i) => i < 420 ? request : request with { Label = null })], "endpoint");

        Assert.Equal(Division.Reserve.Take(420), dataset.Rows.RowIds);
    }

    [Fact]
    public void Of_FewLabels_SaysHowMany()
    {
        StageException problem = Assert.Throws<StageException>(() => LabelledRows.Of(Seed, Scenario, Rows, Requests(Division.Reserve.Take(6)), "endpoint 'small' since day 3"));

        Assert.Equal("too-few-rows", problem.Code);
        Assert.StartsWith("endpoint 'small' since day 3: of 6 requests 6 have their label; of these, ", problem.Message, StringComparison.Ordinal);
    }

    internal static CapturedRequest[] Requests(IEnumerable<int> rowIds, Table? table = null) => [.. rowIds.Select((row, sequence) => RequestOf(row, sequence, table ?? Rows))];

    private static CapturedRequest RequestOf(int row, int sequence, Table table)
    {
        double age = ((NumericColumn)table["age"]).Values[row];
        Dictionary<string, JsonElement> features = new() { ["plan"] = JsonSerializer.SerializeToElement(((CategoricalColumn)table["plan"]).Values[row]) };
        if (!double.IsNaN(age)) features["age"] = JsonSerializer.SerializeToElement(age);
        DateTimeOffset served = StageWalk.Start.AddMinutes(sequence);
        return new CapturedRequest(sequence, row, served, features, Score: 0.5, ModelVersion: 1, table.Labels[row], served.AddDays(3));
    }
}

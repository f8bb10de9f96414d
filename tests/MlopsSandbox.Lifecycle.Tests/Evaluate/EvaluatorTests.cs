using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Ingest;
using MlopsSandbox.Lifecycle.Tests.Train;
using MlopsSandbox.Lifecycle.Train;

namespace MlopsSandbox.Lifecycle.Tests.Evaluate;

public sealed class EvaluatorTests
{
    private static readonly Dataset Dataset = SyntheticRows.Dataset(900);
    private static readonly Table Test = Dataset.Part(Split.Test);
    private static readonly Scenario Scenario = Small.At("/data");
    private static readonly RankedModel Good = Fit(Dataset);

    [Fact]
    public void Run_GoodCandidateWithoutChampion_IsAccepted()
    {
        Evaluation evaluation = Evaluator.Run(Scenario, Test, Good, champion: null);

        Assert.True(evaluation.Accepted);
        Assert.Empty(evaluation.Reasons);
        Assert.Null(evaluation.Comparison);
        Assert.Equivalent(evaluation, Evaluation.Read(ArtifactJson.Write(evaluation)));
        Assert.Equal(["accuracy", "auc", "cost", "f1", "logLoss", "precision", "recall"], evaluation.Metrics().Keys.Order());
        Assert.Equal(RowIdDigest.Of(Test.RowIds), evaluation.TestRowsDigest);
    }

    [Fact]
    public void Run_CriterionMissed_IsRejectedWithTheFigures()
    {
        Scenario strict = Scenario with { SuccessCriteria = [new Criterion("auc", 0.6), new Criterion("accuracy", 0.999)] };

        Evaluation evaluation = Evaluator.Run(strict, Test, Good, champion: null);

        Assert.False(evaluation.Accepted);
        Assert.Equal(FormattableString.Invariant($"accuracy is {((ClassificationQuality)evaluation.Candidate).Accuracy:0.0000}; the success criteria ask for at least 0.999."), Assert.Single(evaluation.Reasons));
        Assert.Equal([true, false], evaluation.Criteria.Select(criterion => criterion.IsMet));
    }

    [Fact]
    public void Run_BetterThanTheChampion_IsAcceptedOnTheSameRows()
    {
        bool[] noise = [.. Dataset.Rows.Labels.Select((label, i) => i % 2 == 0 ? Classes.IsPositive(label) : i % 4 == 1)];
        RankedModel worse = Fit(new Dataset(new Table(Dataset.Rows.RowIds, Dataset.Rows.Columns, noise), Dataset.Splits));

        Evaluation evaluation = Evaluator.Run(Scenario, Test, Good, worse);

        Assert.True(evaluation.Accepted);
        Assert.Equal((0, RowIdDigest.Of(Test.RowIds)), (evaluation.Comparison!.RowsLeftOut, evaluation.Comparison.RowsDigest));
        Assert.True(evaluation.Metrics()["auc"] > evaluation.Metrics()["championAuc"]);
    }

    [Fact]
    public void Run_TheChampionItself_IsRejected()
    {
        Evaluation evaluation = Evaluator.Run(Scenario, Test, Good, Good);

        string auc = evaluation.Candidate.Headline.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal($"auc is {auc}, not above the champion's {auc} on the same 300 rows.", Assert.Single(evaluation.Reasons));
    }

    [Fact]    // a champion from another seed knows some of the test rows: both are measured on the others alone
    public void Run_ChampionFittedOnSomeTestRows_ComparesOnTheOthers()
    {
        Dataset shifted = new(Dataset.Rows, [.. Enumerable.Range(0, 900).Select(i => i < 450 ? (Split)(i % 3) : (Split)((i + 1) % 3))]);

        Evaluation evaluation = Evaluator.Run(Scenario, Test, Good, Fit(shifted));

        Assert.Equal(150, evaluation.Comparison!.RowsLeftOut);
        Assert.Equal(150, evaluation.Comparison.Champion!.Rows);
        Assert.Equal(150, evaluation.Comparison.Candidate!.Rows);
        Assert.Equal(RowIdDigest.Of(Test.RowIds.Where(row => row < 450)), evaluation.Comparison.RowsDigest);
        Assert.Contains("aucOnSharedRows", evaluation.Metrics().Keys);
    }

    [Fact]
    public void Run_ChampionFittedOnAllTestRows_IsRejectedAsNotShown()
    {
        Dataset turned = new(Dataset.Rows, [.. Dataset.Splits.Select(split => split == Split.Test ? Split.Train : split == Split.Train ? Split.Test : split)]);

        Evaluation evaluation = Evaluator.Run(Scenario, Test, Good, Fit(turned));

        Assert.Equal("the champion was fitted on 300 of the test rows, and too few are left to compare; use the champion's seed, or more rows.", Assert.Single(evaluation.Reasons));
        Assert.DoesNotContain("championAuc", evaluation.Metrics().Keys);
    }

    [Fact]
    public void Run_CandidateFittedOnATestRow_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Evaluator.Run(Scenario, Dataset.Part(Split.Train), Good, champion: null));

    [Fact]
    public void Run_FalseNegativesCostMore_LowersTheThreshold()
    {
        double Threshold(Costs costs) => ModelPackage.Load(CandidateFit.Run(Trainers.Of("lbfgs").Defaults(), 1, CandidateFitTests.Data(Dataset) with { Scenario = Scenario with { Costs = costs } }).Package).Signature.Threshold!.Value;

        Assert.True(Threshold(new Costs("USD", FalsePositive: 1, FalseNegative: 10)) < Threshold(new Costs("USD", FalsePositive: 10, FalseNegative: 1)));
    }

    private static RankedModel Fit(Dataset dataset)
    {
        byte[] package = CandidateFit.Run(Trainers.Of("lbfgs").Defaults(), seed: 1, CandidateFitTests.Data(dataset)).Package;
        return new RankedModel(ContentHash.Of(package), ModelPackage.Load(package));
    }
}

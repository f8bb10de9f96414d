using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Ingest;
using MlopsSandbox.Lifecycle.Train;

namespace MlopsSandbox.Lifecycle.Tests.Train;

public sealed class CandidateFitTests
{
    private static readonly Dataset Dataset = SyntheticRows.Dataset(900);

    public static TheoryData<string> Names => [.. Trainers.Names];

    [Theory]    // one battery for all trainers: a new one is tested the day it is added
    [MemberData(nameof(Names))]
    public void Run_AnyTrainer_IsDeterministicLearnsAndIsCalibrated(string trainer)
    {
        TrainingData data = Data(Dataset);

        CandidateFit fit = CandidateFit.Run(Trainers.Of(trainer).Defaults(), seed: 11, data);
        CandidateFit again = CandidateFit.Run(Trainers.Of(trainer).Defaults(), seed: 11, data);

        Assert.Equal(ContentHash.Of(fit.Package), ContentHash.Of(again.Package));
        // The rule behind the rows reaches 0.902 with a log-loss of 0.381 (scikit-learn 1.2.1 on 400,000 rows drawn the same way).
        Assert.InRange(fit.Metrics["validationAuc"], 0.80, 0.95);
        ModelPackage package = ModelPackage.Load(fit.Package);
        Table train = Dataset.Part(Split.Train);
        double[] scores = package.Score(train);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
        // Calibrated: the mean probability is the share of positives among the rows of the fit.
        Assert.Equal(train.Labels.Average(), scores.Average(), 0.03);
        Assert.InRange(fit.Metrics["validationLogLoss"], 0.2, 0.55);
    }

    [Fact]
    public void Run_AnyRows_RemembersExactlyTheRowsOfTheFit()
    {
        ModelPackage package = ModelPackage.Load(CandidateFit.Run(Trainers.Of("lbfgs").Defaults(), seed: 1, Data(Dataset)).Package);

        int[] train = Dataset.Part(Split.Train).RowIds;
        Assert.Equal(train, package.FitRowIds.Order());
        Assert.Equal((300, RowIdDigest.Of(train)), (package.Signature.FitRows, package.Signature.FitRowsDigest));
        Assert.Empty(package.FitRowIds.Intersect(Dataset.Part(Split.Validation, Split.Test).RowIds));
    }

    [Fact]    // trainers run as parallel jobs of one process
    public async Task Run_AllTrainersAtOnce_FitTheModelsOfEachAlone()
    {
        TrainingData data = Data(Dataset);
        string[] trainers = [.. Trainers.Names, .. Trainers.Names];

        CandidateFit[] together = await Task.WhenAll(trainers.Select(trainer => Task.Run(() => CandidateFit.Run(Trainers.Of(trainer).Defaults(), seed: 2, data))));

        IEnumerable<ContentHash> alone = trainers.Select(trainer => ContentHash.Of(CandidateFit.Run(Trainers.Of(trainer).Defaults(), seed: 2, data).Package));
        Assert.Equal(alone, together.Select(fit => ContentHash.Of(fit.Package)));
    }

    [Fact]    // what validation and test rows look like must not reach the fit: other labels there, same model
    public void Run_OtherLabelsOutsideTrain_FitsTheSameModel()
    {
        bool[] labels = [.. Dataset.Rows.Labels.Select((label, i) => Dataset.Splits[i] == Split.Train ? Classes.IsPositive(label) : i % 2 == 0)];
        Dataset changed = new(new Table(Dataset.Rows.RowIds, Dataset.Rows.Columns, labels), Dataset.Splits);

        double[] before = ModelPackage.Load(CandidateFit.Run(Trainers.Of("fasttree").Defaults(), seed: 1, Data(Dataset)).Package).Score(Dataset.Rows);
        double[] after = ModelPackage.Load(CandidateFit.Run(Trainers.Of("fasttree").Defaults(), seed: 1, Data(changed)).Package).Score(Dataset.Rows);

        Assert.Equal(before, after);
    }

    internal static TrainingData Data(Dataset dataset)
    {
        (Recipe recipe, PreparedTable prepared) = PreparedTable.Of(dataset);
        return new TrainingData(ContentHash.Of(DatasetParquet.Write(dataset)), recipe, prepared, Small.At("/data"));
    }
}

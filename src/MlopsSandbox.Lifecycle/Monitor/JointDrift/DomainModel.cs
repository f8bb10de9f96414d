using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.JointDrift;

/// <summary>Small boosted trees that learn to tell the window's rows from the baseline's, and what they went by.</summary>
/// <remarks>Trees see how features depend on each other, need no scaling, and are at home with marks of categories. Few and small ones: half of a window is soon learned by heart.</remarks>
internal sealed class DomainModel(int seed)
{
    private static readonly TrainerSettings Settings = new(FastTreeFamily.Family.Name, new Dictionary<string, double>
    {
        [TreeHyperparameters.Trees] = 40,
        [TreeHyperparameters.Leaves] = 6,
        [TreeHyperparameters.LearningRate] = 0.15,
        [TreeHyperparameters.RowsPerLeaf] = 8,
        [TreeHyperparameters.FeatureShare] = 0.7,
    });

    private readonly List<(FittedModel Model, float[][] Told, double[] Scores)> _halves = [];

    /// <summary>Learns from one half and tells the other, as <see cref="HalfScores"/> asks.</summary>
    public double[] Tell(FeatureRows learned, IReadOnlyList<bool> isCurrent, FeatureRows told)
    {
        FittedModel model = FittedModel.Fit(Settings, seed, PredictionTask.BinaryClassification, Vectors(learned), Classes.Labels([.. isCurrent]));
        float[][] vectors = Vectors(told);
        double[] scores = model.Score(vectors);
        _halves.Add((model, vectors, scores));
        return scores;
    }

    /// <summary>For each feature, by how much scores move on average when its values are those of the next row.</summary>
    public double[] Weights(IReadOnlyList<FeatureSlots> features) => [.. features.Select(feature => _halves.Sum(half => Weight(feature, half.Model, half.Told, half.Scores)) / _halves.Count)];

    private static double Weight(FeatureSlots feature, FittedModel model, float[][] told, double[] scores)
    {
        float[][] changed = [.. told.Select((vector, row) => With(vector, feature, told[(row + 1) % told.Length]))];
        return model.Score(changed).Zip(scores, (now, before) => Math.Abs(now - before)).Average();
    }

    private static float[] With(float[] vector, FeatureSlots feature, float[] donor)
    {
        float[] changed = [.. vector];
        Array.Copy(donor, feature.First, changed, feature.First, feature.Count);
        return changed;
    }

    private static float[][] Vectors(FeatureRows rows) => [.. Enumerable.Range(0, rows.Rows).Select(row => Vector(rows[row]))];

    private static float[] Vector(ReadOnlySpan<double> row)
    {
        float[] vector = new float[row.Length];
        for (int k = 0; k < vector.Length; k++) vector[k] = (float)row[k];
        return vector;
    }
}

using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Train;

namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>Prep, train and evaluate in memory, by the functions that the stages call: what a retrain would give, with nothing kept.</summary>
public static class Rehearsal
{
    /// <summary>Fits one trainer with its default settings on a dataset's train rows. No clock, no disk; the same arguments give the same model.</summary>
    /// <param name="scenario">Label and features.</param>
    /// <param name="trainer">One of <see cref="Trainers.Names"/>.</param>
    /// <param name="seed">Of the fit.</param>
    /// <param name="dataset">Rows with their splits.</param>
    /// <param name="cancellation">Stops the fit.</param>
    /// <exception cref="StageException">The rows are too few or cannot be learned from.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ModelPackage Fit(Scenario scenario, string trainer, int seed, Dataset dataset, CancellationToken cancellation = default)
    {
        EnoughRows.Check(scenario.Task, dataset, FormattableString.Invariant($"{scenario.DataFile}: of {dataset.Rows.Count} rows with labels"));
        (Recipe recipe, PreparedTable prepared) = PreparedTable.Of(dataset);
        TrainingData data = new(ContentHash.Of(DatasetParquet.Write(dataset)), recipe, prepared, scenario);
        return ModelPackage.Load(CandidateFit.Run(Trainers.Of(trainer).Defaults(), seed, data, cancellation).Package);
    }

    /// <summary>Holds a challenger against the scenario's criteria and a champion, on the test rows of the challenger's dataset.</summary>
    public static Evaluation Judge(Scenario scenario, ModelPackage challenger, ModelPackage champion, Dataset dataset) =>
        Evaluator.Run(scenario, dataset.Part(Split.Test), new RankedModel(ContentHash.Of("challenger"u8), challenger), new RankedModel(ContentHash.Of("champion"u8), champion));
}

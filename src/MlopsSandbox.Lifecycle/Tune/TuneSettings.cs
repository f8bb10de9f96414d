namespace MlopsSandbox.Lifecycle.Tune;

/// <summary>How far a tuning goes.</summary>
/// <param name="Trials">Most trials to run.</param>
/// <param name="Batch">Trials that run at a time, and between which it is asked whether to stop.</param>
internal sealed record TuneSettings(int Trials, int Batch)
{
    /// <summary>Gain of merit on the validation rows below which a batch counts as no better: in AUC, or as a share of the error.</summary>
    public double MinimumGain { get; init; } = 0.001;

    /// <summary>Whole batches that are always run, so that one unlucky batch ends nothing.</summary>
    public int MinimumBatches { get; init; } = 2;
}

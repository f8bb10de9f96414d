using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Monitor.Thresholds;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>How careful one check is.</summary>
public sealed record DriftCheckSettings
{
    /// <summary>Probability of any false alarm in this check, all its tests together; in (0, 1).</summary>
    public required double Alpha { get; init; }

    /// <summary>The least rows of a window that is judged, where nothing else is said.</summary>
    public const int LeastRows = 100;

    /// <summary>Rows below which a window is not judged; by default <see cref="LeastRows"/>.</summary>
    public int MinimumRows { get; init; } = LeastRows;

    /// <summary>Labelled rows of each class below which quality is not judged; by default 10.</summary>
    public int MinimumRowsOfEachClass { get; init; } = 10;

    /// <summary>Labelled rows of a regression below which quality is not judged; by default 28, four weeks of days.</summary>
    public int MinimumLabels { get; init; } = 28;

    /// <summary>What is tested; by default everything.</summary>
    public IReadOnlyList<WatchedPart> Watches { get; init; } = MonitorSettings.Everything;

    /// <summary>How the quality of a regression is tested.</summary>
    public QualityTest Quality { get; init; } = QualityTest.Mae;

    /// <summary>From where on a change matters.</summary>
    public LeastChange LeastChange { get; init; } = LeastChange.Default;

    /// <summary>What features and predictions are held against in the place of the tests; null for the tests.</summary>
    public ThresholdRule? Thresholds { get; init; }

    /// <summary>Draws chunks and permutations: the same seed gives the same thresholds.</summary>
    public int Seed { get; init; }

    /// <summary>Level of each test: an even part of <see cref="Alpha"/>, whatever could be judged (Bonferroni).</summary>
    /// <param name="features">Features of the baseline.</param>
    public double AlphaOfEach(int features) => Alpha / Watches.Sum(part => part == WatchedPart.Features ? features : 1);

    /// <summary>The drift tests' part of the check's equal part of the budget of the whole story.</summary>
    public static DriftCheckSettings Of(MonitorSettings monitor) => new()
    {
        Alpha = MonitorBudget.Of(monitor).DriftTests,
        Watches = monitor.Watches,
        Quality = monitor.Quality,
        LeastChange = monitor.LeastChange,
        Thresholds = monitor.Thresholds,
    };
}

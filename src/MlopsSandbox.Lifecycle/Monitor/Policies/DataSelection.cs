namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>What a retrain learns from: one of the kinds in <see cref="PolicyWords.Selections"/>.</summary>
/// <param name="Kind">The kind.</param>
public sealed record DataSelection(string Kind)
{
    /// <summary>Only what was served after the estimated change; everything labelled while no change is known.</summary>
    public static DataSelection SinceChange { get; } = new(PolicyWords.SinceChange);

    /// <summary>The history and everything labelled.</summary>
    public static DataSelection All { get; } = new(PolicyWords.AllData);

    /// <summary>With <c>window</c>: the last so many labelled requests; null when the window is days.</summary>
    public int? Rows { get; init; }

    /// <summary>With <c>window</c>: what was served in the last so many days; null when the window is rows.</summary>
    public double? Days { get; init; }

    /// <summary>With <c>decay</c>: days after which a request counts half; null otherwise.</summary>
    public double? HalfLifeDays { get; init; }

    /// <summary>The selection as a run is told it. Pure.</summary>
    public SelectedData Of(RetrainEvidence evidence) => Kind switch
    {
        PolicyWords.AllData => new SelectedData(SelectedData.HistoryAndLabelled, null),
        PolicyWords.Decay => new SelectedData(SelectedData.Labelled, null) { HalfLifeDays = HalfLifeDays },
        PolicyWords.SinceTraining => new SelectedData(SelectedData.Labelled, FirstOf(evidence.Labels.Where(label => label.ArrivedAt > evidence.LastTrainedAt), evidence.At)),
        PolicyWords.Window when Rows is { } rows => new SelectedData(SelectedData.Labelled, FirstOf(evidence.Labels.TakeLast(rows), evidence.At)),
        PolicyWords.Window => new SelectedData(SelectedData.Labelled, evidence.At.AddDays(-Days!.Value)),
        _ => new SelectedData(SelectedData.Labelled, evidence.Alarm?.ChangedAt),
    };

    // Where no label has arrived there is nothing to learn from, whatever the time is.
    private static DateTimeOffset FirstOf(IEnumerable<ArrivedLabel> labels, DateTimeOffset now) => labels.Select(label => label.ServedAt).DefaultIfEmpty(now).Min();
}

/// <summary>What a retrain learns from, as ingest takes it.</summary>
/// <param name="Source">Where rows come from, see ingest's input <c>source</c>.</param>
/// <param name="Since">Simulated time of the first request that is taken; null for all.</param>
public sealed record SelectedData(string Source, DateTimeOffset? Since)
{
    /// <summary>Captured requests whose labels have arrived.</summary>
    public const string Labelled = Ingest.IngestStage.Labelled;
    /// <summary>Those, and the rows that the first model was fitted on.</summary>
    public const string HistoryAndLabelled = Ingest.IngestStage.All;

    /// <summary>Days after which a request counts half; null when all count alike.</summary>
    public double? HalfLifeDays { get; init; }

    /// <summary>The labels that are taken.</summary>
    public IEnumerable<ArrivedLabel> Of(RetrainEvidence evidence) => Since is { } since ? evidence.Labels.Where(label => label.ServedAt >= since) : evidence.Labels;
}

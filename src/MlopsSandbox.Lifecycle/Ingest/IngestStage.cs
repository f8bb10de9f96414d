using System.Globalization;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Ingest: rows become an immutable dataset version.</summary>
public sealed class IngestStage : IPureStage
{
    /// <summary>The source that takes the scenario's history.</summary>
    public const string History = "history";
    /// <summary>The source that takes captured requests whose labels have arrived.</summary>
    public const string Labelled = "labelled";
    /// <summary>The output that tells which source was taken.</summary>
    internal const string Source = "source";
    private static readonly string[] Sources = [History, Labelled];

    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new(
        "MlopsSandbox.Ingest",
        "Lifecycle",
        "Reads rows, checks and types them, divides them by seed, or in order of time, into train, validation and test, and keeps them as an immutable, content-addressed dataset version with its profile.",
        [
            new ActivityInput("scenario", "String", "The scenario whose rows are read, by name or by the path of its folder, such as telco-churn.", IsRequired: true),
            new ActivityInput(Source, "String", "Where the rows come from: history (the scenario's past) or labelled (captured requests whose labels have arrived).", "\"history\"", Allowed: Sources),
            new ActivityInput("since", "String", "With labelled: simulated time in ISO 8601 from which on requests are taken; by default all."),
        ],
        ["Done"],
        [
            new ActivityOutput("result", "String", "Content hash of the dataset version."),
            new ActivityOutput("dataset", "String", "Content hash of the dataset version, a Parquet file with row ids, labels and splits."),
            new ActivityOutput("profile", "String", "Content hash of the profile: schema and figures of each column, as JSON."),
            new ActivityOutput(Source, "String", "Where the rows came from: history or labelled."),
        ]);

    /// <inheritdoc/>
    /// <remarks>Captured requests grow from day to day: a dataset of them is always read anew.</remarks>
    public string? DependsOn(StageContext context) => context.OneOf(Source, Sources, History) == History && File.Exists(context.Scenario.DataPath)
        ? ContentHash.Of(File.ReadAllBytes(context.Scenario.DataPath)).ToString()
        : null;

    /// <inheritdoc/>
    public StageResult Execute(StageContext context, CancellationToken cancellation)
    {
        string source = context.OneOf(Source, Sources, History);
        DateTimeOffset? since = context.Time("since");
        Table table = ScenarioData.Read(context.Scenario);
        cancellation.ThrowIfCancellationRequested();
        Dataset dataset = source == History ? HistoryRows.Of(context.RootSeed, context.Scenario, table) : LabelledSince(context, table, since ?? DateTimeOffset.MinValue);
        ContentHash snapshot = context.Artifacts.Put(DatasetParquet.Write(dataset));
        ContentHash profile = context.Artifacts.Put(ArtifactJson.Write(DatasetProfile.Of(dataset)));
        return new StageCompleted(
            "Done",
            new Dictionary<string, StageOutput>
            {
                ["dataset"] = new(OutputKinds.Dataset, snapshot),
                ["profile"] = new(OutputKinds.Profile, profile),
                [Source] = StageReading.TextOutput(source),
                ["result"] = StageReading.TextOutput(snapshot.ToString()),
            },
            MetricsOf(context.Scenario, dataset),
            [new DatasetRegistered(context.Scenario.Name, snapshot, profile, dataset.Rows.Count)]);
    }

    private static Dataset LabelledSince(StageContext context, Table table, DateTimeOffset change)
    {
        DateTimeOffset since = context.Scenario.Retrain.LearnsFromAll ? DateTimeOffset.MinValue : change;
        IReadOnlyList<CapturedRequest> requests = context.Catalog.Requests(context.ModelName, since, context.SimulatedAt);
        string where = string.Create(CultureInfo.InvariantCulture, $"endpoint '{context.ModelName}' since {since:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        return LabelledRows.Of(context.RootSeed, context.Scenario, table, requests, where);
    }

    private static Dictionary<string, double> MetricsOf(Scenario scenario, Dataset dataset) => new()
    {
        ["rows"] = dataset.Rows.Count,
        [scenario.Task == PredictionTask.Regression ? "labelMean" : "positiveShare"] = dataset.Rows.Labels.Average(),
        ["trainRows"] = dataset.Splits.Count(split => split == Split.Train),
        ["validationRows"] = dataset.Splits.Count(split => split == Split.Validation),
        ["testRows"] = dataset.Splits.Count(split => split == Split.Test),
    };
}

using System.Globalization;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Ingest: rows become an immutable dataset version.</summary>
public sealed class IngestStage : IPureStage
{
    /// <summary>The source that takes the scenario's history.</summary>
    public const string History = "history";
    /// <summary>The source that takes captured requests whose labels have arrived.</summary>
    public const string Labelled = "labelled";
    /// <summary>The source that takes both: of the history only the rows that the first model was fitted on, and those only to be fitted on.</summary>
    public const string All = "all";
    /// <summary>The output that tells which source was taken.</summary>
    internal const string Source = "source";
    private const string HalfLife = "halfLifeDays";
    private static readonly string[] Sources = [History, Labelled, All];

    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new(
        "MlopsSandbox.Ingest",
        "Lifecycle",
        "Reads rows, checks and types them, divides them by seed, or in order of time, into train, validation and test, and keeps them as an immutable, content-addressed dataset version with its profile.",
        [
            new ActivityInput("scenario", "String", "The scenario whose rows are read, by name or by the path of its folder, such as telco-churn.", IsRequired: true),
            new ActivityInput(Source, "String", "Where the rows come from: history (the scenario's past), labelled (captured requests whose labels have arrived) or all (both).", "\"history\"", Allowed: Sources),
            new ActivityInput("since", "String", "With labelled or all: simulated time in ISO 8601 from which on requests are taken; by default all."),
            new ActivityInput(HalfLife, "String", "With labelled: simulated days after which a request counts half: rows to be fitted on are drawn again in proportion; by default all count alike."),
        ],
        ["Done"],
        [
            new ActivityOutput("result", "String", "Content hash of the dataset version."),
            new ActivityOutput("dataset", "String", "Content hash of the dataset version, a Parquet file with row ids, labels and splits."),
            new ActivityOutput("profile", "String", "Content hash of the profile: schema and figures of each column, as JSON."),
            new ActivityOutput(Source, "String", "Where the rows came from: history, labelled or all."),
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
        Dataset dataset = source == History ? HistoryRows.Of(context.RootSeed, context.Scenario, table) : LabelledSince(context, table, since ?? DateTimeOffset.MinValue, source == All);
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

    private static Dataset LabelledSince(StageContext context, Table table, DateTimeOffset since, bool withHistory)
    {
        double halfLife = context.Number(HalfLife, byDefault: 0, least: 0, most: 36_500);
        IReadOnlyList<CapturedRequest> requests = context.Catalog.Requests(context.ModelName, since, context.SimulatedAt);
        string where = string.Create(CultureInfo.InvariantCulture, $"endpoint '{context.ModelName}' since {since:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        Dataset dataset = LabelledRows.Of(context.RootSeed, context.Scenario, table, requests, where, withHistory);
        if (halfLife == 0) return dataset;
        if (withHistory) throw new StageException("setting-type", $"activity '{context.ActivityId}': {HalfLife} is set with source all; expected it with labelled, as rows of the history have no time. Leave one of the two out.");
        double[] ages = [.. requests.Where(request => request.Label is not null).Select(request => (context.SimulatedAt - request.ServedAt).TotalDays)];
        Dataset recent = RecentRows.Drawn(dataset, ages, halfLife, Seeds.Derive(context.RootSeed, "recent-rows"));
        EnoughRows.Check(context.Scenario.Task, recent, string.Create(CultureInfo.InvariantCulture, $"{where}, drawn again with a half-life of {halfLife} days"));
        return recent;
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

using System.Text.Json;

namespace MlopsSandbox.Statistics.Tests.Streaming;

/// <summary>What Reference/streaming.py's detector said over one stream.</summary>
internal sealed record ReferenceTrace(string Detector, JsonElement Options, string Stream, int From, int Items, string States, double[][] Statistics)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<ReferenceTrace> All { get; } = Read();

    public double[] Values() => [.. Streams.Reference[Stream].AsSpan(From, Items)];

    /// <summary>Updates from one line of statistics to the next.</summary>
    public int Every => Items / Statistics.Length;

    public override string ToString() => $"{Detector} {Options.GetRawText()} over {Stream}";

    /// <summary>The C# detector of these options, with the figures that the script writes down.</summary>
    public (IDriftDetector Detector, Func<double[]> Statistics) Start() => Detector switch
    {
        "ddm" => Started(
            new Ddm(new()
            {
                MinimumItems = Int("minimum_items", 30), MinimumErrors = Int("minimum_errors", 1), WarningLevel = Number("warning", 2), DriftLevel = Number("drift", 3),
            }),
            d => [d.ErrorRate, d.Snapshot().MinimumRate ?? -1, d.Snapshot().MinimumDeviation ?? -1]),
        "eddm" => Started(
            new Eddm(new()
            {
                MinimumItems = Int("minimum_items", 30), MinimumErrors = Int("minimum_errors", 30), WarningShare = Number("warning", 0.95), DriftShare = Number("drift", 0.9),
            }),
            d => [d.MeanDistance, d.DistanceDeviation, d.Snapshot().MaximumReach]),
        "rddm" => Started(
            new Rddm(new()
            {
                MinimumItems = Int("minimum_items", 129), LargestConcept = Int("largest_concept", 40000), StableConcept = Int("stable_concept", 7000),
                WarningLimit = Int("warning_limit", 1400),
            }),
            d => [d.Snapshot().Items, d.ErrorRate, d.Snapshot().MinimumRate ?? -1, d.Snapshot().MinimumDeviation ?? -1]),
        "hddm-a" => Started(
            new HddmA(new() { DriftConfidence = Number("drift", 0.001), WarningConfidence = Number("warning", 0.005), TwoSided = Is("two_sided") }),
            d => [d.Mean, d.Snapshot().Lowest.Items, d.Snapshot().Lowest.Mean]),
        "hddm-w" => Started(
            new HddmW(new() { DriftConfidence = Number("drift", 0.001), WarningConfidence = Number("warning", 0.005), Weight = Number("weight", 0.05), TwoSided = Is("two_sided") }),
            d => [d.Mean, d.Snapshot().BeforeLowest.Mean, d.Snapshot().SinceLowest is { SquaredWeights: > 0 } since ? since.Mean : -1]),
        "stepd" => Started(
            new Stepd(new() { RecentItems = Int("window", 30), TwoSided = Is("two_sided") }), d => [d.Snapshot().Recent.Sum(e => e), d.Snapshot().OlderItems, d.Statistic]),
        "fhddm" => Started(new Fhddm(new() { Window = Int("window", 100), Delta = Number("delta", 1e-6) }), d => [d.Right, d.BestRight]),
        "kswin" => Started(
            new Kswin(new SeededRandom(Int("seed", 42)), new() { Window = Int("window", 100), Recent = Int("recent", 30), Alpha = Number("alpha", 0.005) }),
            d => [d.Width, d.Distance]),
        "page-hinkley" => Started(
            new PageHinkley(new()
            {
                Form = Is("clamped", otherwise: true) ? PageHinkleyForm.Clamped : PageHinkleyForm.Plain, Delta = Number("delta", 0.005), Threshold = Number("threshold", 50),
                Forgetting = Number("forgetting", 0.9999), MinimumItems = Int("minimum_items", 30),
            }),
            d => [d.Mean, d.Rise]),
        "cusum" => Started(
            new Cusum(new()
            {
                Delta = Number("delta", 0.005), Threshold = Number("threshold", 50), MinimumItems = Int("minimum_items", 30), TwoSided = Is("two_sided"),
                Target = Options.TryGetProperty("target", out JsonElement target) ? target.GetDouble() : null,
            }),
            d => [d.Mean, d.Rise, d.Fall]),
        "ecdd" => Started(
            new Ecdd(new()
            {
                MinimumItems = Int("minimum_items", 30), WarningShare = Number("warning_share", 0.5),
                ControlLimit = Options.TryGetProperty("control_limit", out JsonElement limit) ? limit.GetDouble() : null,
            }),
            d => [d.ErrorRate, d.RecentRate]),
        "adwin" => Started(
            new Adwin(new()
            {
                Delta = Number("delta", 0.002), Clock = Int("clock", 32), Buckets = Int("buckets", 5), MinimumWindow = Int("minimum_window", 10),
                MinimumSide = Int("minimum_side", 5),
            }),
            d => [d.Width, d.Mean, d.Variance]),
        _ => throw new InvalidOperationException($"The script has a detector '{Detector}' that is not known here."),
    };

    private static (IDriftDetector Detector, Func<double[]> Statistics) Started<T>(T detector, Func<T, double[]> statistics)
        where T : IDriftDetector => (detector, () => statistics(detector));

    private double Number(string name, double otherwise) => Options.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : otherwise;

    private int Int(string name, int otherwise) => Options.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : otherwise;

    private bool Is(string name, bool otherwise = false) => Options.TryGetProperty(name, out JsonElement value) ? value.GetBoolean() : otherwise;

    private static List<ReferenceTrace> Read()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Reference", "streaming.json"))) folder = folder.Parent;
        if (folder is null) throw new InvalidOperationException($"There is no Reference/streaming.json above {AppContext.BaseDirectory}; run Reference/streaming.py.");
        using FileStream file = File.OpenRead(Path.Combine(folder.FullName, "Reference", "streaming.json"));
        return JsonDocument.Parse(file).RootElement.GetProperty("traces").Deserialize<List<ReferenceTrace>>(Web)!;
    }
}

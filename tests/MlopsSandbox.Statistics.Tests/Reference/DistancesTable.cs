using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsSandbox.Statistics.Tests.Reference;

/// <summary>What distances.py wrote to distances.json, with the versions that it names.</summary>
internal sealed record DistancesTable(
    IReadOnlyList<NumberCase> Numbers,
    IReadOnlyList<HistogramCase> Histograms,
    IReadOnlyList<FamilyCase> Families,
    IReadOnlyList<MultivariateCase> Multivariate,
    IReadOnlyList<ScoreCase> Scores)
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static DistancesTable Read { get; } = JsonSerializer.Deserialize<DistancesTable>(File.ReadAllText(FileName), Names)!;

    private static string FileName
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "MlopsSandbox.sln"))) folder = Path.GetDirectoryName(folder);
            return Path.Combine(folder ?? throw new FileNotFoundException("MlopsSandbox.sln"), "tests", "MlopsSandbox.Statistics.Tests", "Reference", "distances.json");
        }
    }
}

internal sealed record NumberCase(string Name, double[] Baseline, double[] Current, double Wasserstein, double Normed, double Energy, double[]? Moments)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement> ByRule { get; init; } = [];

    public double[]? Edges(string rule) => ByRule.TryGetValue($"edges {rule}", out JsonElement edges) ? edges.Deserialize<double[]>() : null;

    public int[]? Counts(string rule) => ByRule.TryGetValue($"counts {rule}", out JsonElement counts) ? counts.Deserialize<int[]>() : null;
}

internal sealed record HistogramCase(
    int[] Baseline, int[] Current, double KlOfShares, double KlOfCounts, double JensenShannon, double Hellinger, double TotalVariation, double Largest,
    double Bhattacharyya, double Psi);

internal sealed record FamilyCase(double[] P, double[] Bonferroni, double[] Holm, double[] BenjaminiHochberg);

internal sealed record MultivariateCase(
    int Seed, int Permutations, double[][] Baseline, double[][] Current, double Bandwidth, double Mmd, double MmdP, double Energy, double EnergyP,
    double LinearMmd, double LinearP, int? Components, double[]? ErrorsOfBaseline, double[]? ErrorsOfCurrent);

internal sealed record ScoreCase(double[] OfBaseline, double[] OfCurrent, double Auc, double P);

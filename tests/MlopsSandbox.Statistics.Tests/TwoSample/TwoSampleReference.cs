using System.Text.Json;

namespace MlopsSandbox.Statistics.Tests.TwoSample;

/// <summary>The figures that Reference/two_sample.py has written.</summary>
internal sealed record TwoSampleReference(
    IReadOnlyList<SamplePair> Pairs,
    IReadOnlyList<PairCase> PairCases,
    IReadOnlyList<SeveralSamples> Several,
    IReadOnlyList<TableCase> Tables,
    IReadOnlyList<ShareCase> Shares,
    IReadOnlyList<TailCase> Tails)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static TwoSampleReference Shipped { get; } =
        JsonSerializer.Deserialize<TwoSampleReference>(File.ReadAllText(Path.Combine(ProjectFolder(), "Reference", "two_sample.json")), SnakeCase)!;

    /// <summary>All cases of a test with their samples.</summary>
    public IEnumerable<(PairCase Case, double[] Baseline, double[] Current)> CasesOf(string test)
    {
        Dictionary<string, SamplePair> pairs = Pairs.ToDictionary(pair => pair.Name);
        return PairCases.Where(item => item.Test == test).Select(item => (item, pairs[item.Pair].Baseline, pairs[item.Pair].Current));
    }

    private static string ProjectFolder()
    {
        const string Project = "MlopsSandbox.Statistics.Tests";
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, $"{Project}.csproj"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}

internal sealed record SamplePair(string Name, double[] Baseline, double[] Current);

internal sealed record PairCase(string Test, string Pair, double Statistic, double? P);

internal sealed record SeveralSamples(double[][] Samples, double Statistic);

internal sealed record TableCase(int[] Baseline, int[] Current, int Degrees, double Pearson, double PearsonP, double Likelihood, double LikelihoodP);

internal sealed record ShareCase(int[] Counts, double Fisher, double FisherDoubled, double? ZScore, double? ZScoreP);

internal sealed record TailCase(string Tail, double Statistic, double Degrees, double P);

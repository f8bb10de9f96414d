using MlopsSandbox.Statistics.Tests.Reference;

namespace MlopsSandbox.Statistics.Tests.Multivariate;

public sealed class PcaReconstructionTests
{
    private static readonly string[] Names = ["income", "debt", "age"];

    [Fact] // StandardScaler and PCA(n_components=0.65) of scikit-learn
    public void Errors_CasesOfTheTable_MatchScikitLearn() => Assert.All(DistancesTable.Read.Multivariate.Where(c => c.Components is not null), c =>
    {
        FeatureRows baseline = FeatureRows.Of(c.Baseline);
        PcaReconstruction fitted = PcaReconstruction.Fit(baseline, [.. Enumerable.Range(0, baseline.Columns).Select(k => $"f{k}")]);
        Assert.Equal(c.Components, fitted.Components);
        foreach ((double expected, double found) in c.ErrorsOfBaseline!.Zip(fitted.Errors(baseline))) Near.Equal(expected, found, "baseline", rounding: 1e-13);
        foreach ((double expected, double found) in c.ErrorsOfCurrent!.Zip(fitted.Errors(FeatureRows.Of(c.Current)))) Near.Equal(expected, found, "window", rounding: 1e-13);
    });

    [Fact] // each feature keeps its distribution; their correlation of 0.9 goes
    public void MeanError_BrokenCorrelation_GrowsWhereQuietRowsStay()
    {
        SeededRandom random = new(1);
        PcaReconstruction fitted = PcaReconstruction.Fit(Draws.Normal(random, 1000, 3, shared: 0.95), Names);
        double quiet = fitted.MeanError(Draws.Normal(random, 1000, 3, shared: 0.95)), broken = fitted.MeanError(Draws.Normal(random, 1000, 3, shared: 0));
        Assert.InRange(quiet / fitted.MeanError(Draws.Normal(random, 1000, 3, shared: 0.95)), 0.9, 1.1);
        Assert.InRange(broken / quiet, 2, double.PositiveInfinity);
    }

    [Fact]
    public void SquaredErrorByColumn_OneColumnOnItsOwn_NamesIt()
    {
        SeededRandom random = new(2);
        FeatureRows baseline = Draws.Normal(random, 1000, 3, shared: 0.95);
        PcaReconstruction fitted = PcaReconstruction.Fit(baseline, Names);
        FeatureRows current = FeatureRows.Of([.. Enumerable.Range(0, 500).Select(i => new[] { baseline[i][0], random.NextGaussian(), baseline[i][2] })]);
        IReadOnlyDictionary<string, double> errors = fitted.SquaredErrorByColumn(current);
        Assert.Equal("debt", errors.MaxBy(pair => pair.Value).Key);
        Near.Equal(fitted.Errors(current).Average(error => error * error), errors.Values.Sum(), "sum over the columns");
    }

    [Fact]
    public void Fit_ConstantColumn_IsNamedAndCountsInItsUnit()
    {
        PcaReconstruction fitted = PcaReconstruction.Fit(FeatureRows.Of([[1, 5, 2], [2, 5, 4], [3, 5, 6]]), Names);
        Assert.Equal(["income", "age"], fitted.StandardisedColumns);
        Assert.Equal(["debt"], fitted.ConstantColumns);
        Assert.Equal(3, fitted.Errors(FeatureRows.Of([[2, 8, 4]]))[0], 1e-12);
    }

    [Fact]
    public void Fit_OneRow_KeepsNoComponent()
    {
        PcaReconstruction fitted = PcaReconstruction.Fit(FeatureRows.Of([[1, 2, 3]]), Names);
        Assert.Equal(0, fitted.Components);
        Assert.Equal(5, fitted.Errors(FeatureRows.Of([[4, 6, 3]]))[0], 1e-12);
    }

    [Fact]
    public void Fit_Unusable_SaysWhatWasFound()
    {
        FeatureRows rows = FeatureRows.Of([[1, 2], [3, 5]]);
        Assert.StartsWith("There are 3 names for 2 columns; expected one for each.", Assert.Throws<ArgumentException>(() => PcaReconstruction.Fit(rows, Names)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => PcaReconstruction.Fit(rows, ["a", "b"], 1));
        Assert.StartsWith(
            "The rows have 1 columns; expected the 2 of the baseline: a, b.",
            Assert.Throws<ArgumentException>(() => PcaReconstruction.Fit(rows, ["a", "b"]).Errors(FeatureRows.Of([[1.0]]))).Message,
            StringComparison.Ordinal);
    }
}

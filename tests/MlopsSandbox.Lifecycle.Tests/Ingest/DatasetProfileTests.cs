using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Ingest;

public sealed class DatasetProfileTests
{
    [Fact]    // mean, std(ddof=1) and quantile of total_charges by numpy 1.24.2
    public void Of_TelcoChurn_AgreesWithNumpy()
    {
        Table table = ScenarioData.Read(ScenarioFile.Read(Shipped.Telco));

        DatasetProfile profile = DatasetProfile.Of(new Dataset(table, new Split[table.Count]));

        NumericProfile charges = profile.Columns.OfType<NumericProfile>().Single(column => column.Name == "total_charges");
        Assert.Equal(11, charges.Missing);
        Assert.Equal(2283.300440841866, charges.Mean!.Value, 1e-8);
        Assert.Equal(2266.771361883145, charges.StandardDeviation!.Value, 1e-8);
        Assert.Equal([18.8, 401.45, 1397.475, 3794.7375, 8684.8], charges.Quantiles.Select(value => Math.Round(value, 8)));
        Assert.Equal((7043, 1869), (profile.Rows, profile.Positives));
        Assert.Equal(new SplitProfile(7043, 1869), profile.Splits["train"]);
    }

    [Fact]
    public void Of_Categories_CountsTheMostFrequentFirst()
    {
        Table table = new([0, 1, 2, 3], [new CategoricalColumn("plan", ["b", "a", "b", null])], [true, false, true, false]);

        CategoricalProfile plan = (CategoricalProfile)DatasetProfile.Of(new Dataset(table, new Split[4])).Columns[0];

        Assert.Equal((1, 2), (plan.Missing, plan.Distinct));
        Assert.Equal([new ValueRows("b", 2), new ValueRows("a", 1)], plan.Top);
    }

    [Fact]
    public void Of_EmptyColumn_HasNoFigures()
    {
        Table table = new([0], [new NumericColumn("n", [double.NaN])], [true]);

        NumericProfile profile = (NumericProfile)DatasetProfile.Of(new Dataset(table, new Split[1])).Columns[0];

        Assert.Equal((1, null, null), (profile.Missing, profile.Mean, profile.StandardDeviation));
        Assert.Empty(profile.Quantiles);
    }
}

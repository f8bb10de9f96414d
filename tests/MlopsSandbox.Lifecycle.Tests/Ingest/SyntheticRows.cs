using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Ingest;

/// <summary>Rows for the small scenario whose label follows from age and plan with some noise.</summary>
internal static class SyntheticRows
{
    public static Table Of(int rows, int seed = 1)
    {
        SeededRandom random = new(seed);
        double[] ages = new double[rows];
        string?[] plans = new string?[rows];
        bool[] labels = new bool[rows];
        for (int i = 0; i < rows; i++)
        {
            ages[i] = random.NextInt(20) == 0 ? double.NaN : 40 + (12 * random.NextGaussian());
            plans[i] = random.NextInt(25) == 0 ? null : random.NextInt(2) == 0 ? "basic" : "gold";
            double age = double.IsNaN(ages[i]) ? 40 : ages[i];
            labels[i] = ((age - 40) / 12) + (plans[i] == "gold" ? 1 : -1) + random.NextGaussian() > 0.5;
        }

        return new Table([.. Enumerable.Range(0, rows)], [new NumericColumn("age", ages), new CategoricalColumn("plan", plans)], labels);
    }

    public static string Csv(Table table) => "age,plan,churn\n" + string.Concat(Enumerable.Range(0, table.Count).Select(i =>
    {
        double age = ((NumericColumn)table["age"]).Values[i];
        return FormattableString.Invariant($"{(double.IsNaN(age) ? "" : age)},{((CategoricalColumn)table["plan"]).Values[i]},{(Classes.IsPositive(table.Labels[i]) ? "Yes" : "No")}\n");
    }));

    /// <summary>The rows in thirds by turn: train, validation, test.</summary>
    public static Dataset Dataset(int rows, int seed = 1) => new(Of(rows, seed), [.. Enumerable.Range(0, rows).Select(i => (Split)(i % 3))]);
}

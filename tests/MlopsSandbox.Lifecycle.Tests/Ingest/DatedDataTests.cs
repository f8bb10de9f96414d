using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Ingest;

public sealed class DatedDataTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Read_DaysAroundALeapDay_DerivesByTheCalendar()
    {
        Table table = Read("2004-02-28,3\n2004-02-29,5\n2004-03-01,7\n2004-03-02,9\n");

        Assert.Equal<string?[]>(["saturday", "sunday", "monday", "tuesday"], ((CategoricalColumn)table["weekday"]).Values);
        Assert.Equal<string?[]>(["none", "leap", "none", "none"], ((CategoricalColumn)table["holiday"]).Values);
        Assert.Equal([59, 60, 61, 62], ((NumericColumn)table["day"]).Values);
        Assert.Equal([double.NaN, double.NaN, 3, 5], ((NumericColumn)table["before"]).Values);
        Assert.Equal([double.NaN, double.NaN, 3, 4], ((NumericColumn)table["mean"]).Values);
        Assert.Equal([3, 5, 7, 9], table.Labels);
    }

    [Fact]
    public void Read_AMissingDay_MovesNoOtherDaysLag()
    {
        Table table = Read("2004-01-01,1\n2004-01-02,2\n2004-01-04,4\n2004-01-05,5\n2004-01-06,6\n");

        // Two days before the 5th there is no row: its lag is missing, its mean is of the day that is there.
        Assert.Equal([double.NaN, double.NaN, 2, double.NaN, 4], ((NumericColumn)table["before"]).Values);
        Assert.Equal([double.NaN, double.NaN, 1.5, 2, 4], ((NumericColumn)table["mean"]).Values);
    }

    [Theory]
    [InlineData("2004-01-01,1\n2004-01-01,2\n", "time-repeated", ":3: column 'date' is 2004-01-01 again, as in line 2; expected each day once. Remove one of the two rows.")]
    [InlineData("2004-01-02,1\n2004-01-01,2\n", "time-order", ":3: column 'date' is 2004-01-01 after 2004-01-02 in line 2; expected days in order of time. Sort the rows by it.")]
    [InlineData("2003-02-29,1\n2003-03-01,2\n", "time-not-a-day", ":2: column 'date' is '2003-02-29'; expected a day that exists, such as 2006-01-31. Correct the value, or remove the row.")]
    [InlineData("2004-01-01,NaN\n2004-01-02,2\n", "label-not-a-number", ":2: column 'rides' is 'NaN'; expected a number such as 12.5, as the task is regression. Correct the value, or remove the row.")]
    [InlineData("2004-01-01,\n2004-01-02,2\n", "label-missing", ":2: column 'rides' is empty; expected a label in each row. Fill it in, or remove the row.")]
    [InlineData("2004-01-01,2\n2004-01-02,2\n", "label-constant", ": column 'rides' is the same in all 2 rows; expected numbers that differ. There is nothing to predict.")]
    public void Read_ABadFile_SaysWhereAndWhy(string rows, string code, string message)
    {
        StageException refused = Assert.Throws<StageException>(() => Read(rows));

        Assert.Equal(code, refused.Code);
        Assert.Contains("rides.csv" + message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RowsWithDays_AreDividedInOrderOfTime()
    {
        Table table = Read(string.Concat(Enumerable.Range(0, 10).Select(i => $"2004-01-{i + 1:00},{i}\n")));

        RowDivision division = RowDivision.Of(7, Scenario(), table);

        Assert.Equal([0, 1, 2, 3], division.Train);
        Assert.Equal([4], division.Validation);
        Assert.Equal([5], division.Test);
        Assert.Equal([6, 7, 8, 9], division.Reserve);
    }

    private Table Read(string rows)
    {
        _temporary.Write("rides.csv", "date,rides\n" + rows);
        return ScenarioData.Read(Scenario());
    }

    private Scenario Scenario() => Small.At(_temporary.Path) with
    {
        DataFile = "rides.csv",
        Task = PredictionTask.Regression,
        Time = new TimeAxis("date", [new DateHoliday("leap", 2, 29)]),
        Label = new LabelColumn("rides", null),
        Features =
        [
            new Feature("weekday", FeatureKind.Categorical), new Feature("holiday", FeatureKind.Categorical), new Feature("day", FeatureKind.Numeric),
            new Feature("before", FeatureKind.Numeric), new Feature("mean", FeatureKind.Numeric),
        ],
        Derived = new Dictionary<string, Derivation>
        {
            ["weekday"] = new CalendarDerivation(CalendarPart.Weekday),
            ["holiday"] = new CalendarDerivation(CalendarPart.Holiday),
            ["day"] = new CalendarDerivation(CalendarPart.DayOfYear),
            ["before"] = new LagDerivation(2, 1, 1),
            ["mean"] = new LagDerivation(2, 2, 1),
        },
        Division = new Division(double.NaN, 0.7, 0.15, 0.15, new DateOnly(2004, 1, 7)),
    };
}

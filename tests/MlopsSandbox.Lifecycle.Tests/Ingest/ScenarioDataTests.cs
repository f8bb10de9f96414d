using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Ingest;

public sealed class ScenarioDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]    // counted with awk: 7,043 rows, 1,869 Yes, 11 empty total_charges; the first row as the file shows it
    public void Read_TelcoChurn_HasTheFilesRows()
    {
        Table table = ScenarioData.Read(ScenarioFile.Read(Shipped.Telco));

        Assert.Equal(7043, table.Count);
        Assert.Equal(1869, table.Labels.Count(Classes.IsPositive));
        Assert.Equal(11, ((NumericColumn)table["total_charges"]).Values.Count(double.IsNaN));
        Assert.Equal(29.85, ((NumericColumn)table["monthly_charges"]).Values[0]);
        Assert.Equal("Month-to-month", ((CategoricalColumn)table["contract"]).Values[0]);
        Assert.Equal([0, 1, 7042], new[] { table.RowIds[0], table.RowIds[1], table.RowIds[^1] });
    }

    [Theory]
    [InlineData("plan,age,churn\nbasic,31.5,Yes\n,,No\n")]
    [InlineData("\uFEFFplan,age,churn\nbasic,31.5,Yes\n,,No")]
    [InlineData("plan,age,churn\r\nbasic,31.5,Yes\r\n,,No\r\n")]
    [InlineData("plan,age,churn\rbasic,31.5,Yes\r,,No\r")]
    [InlineData("\"plan\",\"age\",\"churn\"\n\"basic\",\"31.5\",\"Yes\"\n\n\"\", ,\"No\"\n\n")]
    [InlineData("more,plan,age,churn\nx,basic,31.5,Yes\ny,,,No\n")]
    public void Read_AnyWayOfWriting_IsTheSameTable(string csv)
    {
        Table table = ScenarioData.Read(Small.In(_folder, csv));

        Assert.Equal([31.5, double.NaN], ((NumericColumn)table["age"]).Values);
        Assert.Equal<string?[]>(["basic", null], ((CategoricalColumn)table["plan"]).Values);
        Assert.Equal([1, 0], table.Labels);
        Assert.Equal([0, 1], table.RowIds);
    }

    [Fact]
    public void Read_QuotedNewlineAndComma_AreText() => Assert.Equal<string?[]>(
        ["a,\n\"b\"", "#c"],
        ((CategoricalColumn)ScenarioData.Read(Small.In(_folder, "age,plan,churn\n1,\"a,\n\"\"b\"\"\",Yes\n2,#c,No\n"))["plan"]).Values);

    [Theory]
    [InlineData("", "data-empty", "FILE: the file is empty; expected a header line and rows. Put data into it.")]
    [InlineData("\n \n", "data-empty", "FILE: the file is empty; expected a header line and rows. Put data into it.")]
    [InlineData("age,plan,churn\n", "data-no-rows", "FILE:1: after the header there are no rows; expected rows with labels. Put data into the file.")]
    [InlineData("31,basic,Yes\n32,basic,No\n", "header-missing",
        "FILE:1: the first line (31, basic, Yes) names none of the scenario's columns; expected a header line such as churn, age, plan. Add it as the first line.")]
    [InlineData("age,plan,churned\n1,a,Yes\n", "label-column-missing",
        "FILE:1: there is no label column 'churn'; the header has age, plan, churned. Did you mean 'churned'? Add the column, or correct scenario.json.")]
    [InlineData("plan,churn\na,Yes\n", "feature-column-missing",
        "FILE:1: there is no feature column 'age'; the header has plan, churn. Add the column, or correct scenario.json.")]
    [InlineData("age,plan,age,churn\n1,a,2,Yes\n", "header-repeated",
        "FILE:1: the header names column 'age' twice; expected each name once. Rename or remove one of them.")]
    [InlineData("age,plan,churn\n1,a,Yes\n2,b\n3,\"c\n d\",No,x\n", "row-length",
        "FILE:3: this line has 2 cells; expected 3, as in the header. Correct the line, or quote cells that hold a comma.\n" +
        "FILE:4: this line has 4 cells; expected 3, as in the header. Correct the line, or quote cells that hold a comma.")]
    [InlineData("age,plan,churn\n1,\"a\nb\",Yes\nold,b,No\nNaN,b,No\n", "value-not-a-number",
        "FILE:4: column 'age' is 'old'; expected a number such as 12.5, or nothing when it is missing. Correct the value, or make the feature categorical in scenario.json.\n" +
        "FILE:5: column 'age' is 'NaN'; expected a number such as 12.5, or nothing when it is missing. Correct the value, or make the feature categorical in scenario.json.")]
    [InlineData("age,plan,churn\n1,a,Yes\n2,b,\n3,b,No\n", "label-missing",
        "FILE:3: column 'churn' is empty; expected a label in each row. Fill it in, or remove the row.")]
    [InlineData("age,plan,churn\n1,a,No\n2,b,No\n", "label-one-class",
        "FILE: column 'churn' is 'No' in all 2 rows; expected two classes, 'Yes' and another. A model cannot learn from one class.")]
    [InlineData("age,plan,churn\n1,a,Yes\n2,b,No\n3,b,Perhaps\n", "label-classes",
        "FILE:4: column 'churn' is 'Perhaps' here and has 3 values in all (No, Perhaps, Yes); expected two, as the task is binary. Correct the values, or choose another label.")]
    [InlineData("age,plan,churn\n1,a,yes\n2,b,no\n", "label-positive",
        "FILE: column 'churn' is no or yes, never 'Yes'; expected the positive class among them. Correct \"positive\" in scenario.json.")]
    [InlineData("age,plan,churn\n1,a,Yes\n2,\"b\"c,No\n", "data-quotes",
        "FILE:3: a quote is out of place in this record or never closed; expected cells as \"text\", with quotes inside doubled. Correct the quotes.")]
    [InlineData("age,plan,churn\n1,\"a,Yes\n2,b,No\n", "data-quotes",
        "FILE:2: a quote is out of place in this record or never closed; expected cells as \"text\", with quotes inside doubled. Correct the quotes.")]
    public void Read_BadFile_SaysWhereAndWhatWasExpected(string csv, string code, string message)
    {
        Scenario scenario = Small.In(_folder, csv);

        StageException problem = Assert.Throws<StageException>(() => ScenarioData.Read(scenario));

        Assert.Equal(message.Replace("FILE", scenario.DataPath, StringComparison.Ordinal), problem.Message);
        Assert.Equal(code, problem.Code);
    }

    [Fact]
    public void Read_ManyProblems_TellsTenAndTheRestAsANumber()
    {
        string csv = "age,plan,churn\n" + string.Concat(Enumerable.Repeat("x,a,Yes\ny,b,No\n", 7));

        string[] lines = Assert.Throws<StageException>(() => ScenarioData.Read(Small.In(_folder, csv))).Message.Split('\n');

        Assert.Equal(11, lines.Length);
        Assert.Equal("… and 4 more.", lines[^1]);
    }

    [Fact]
    public void Read_NoFile_NamesIt()
    {
        Scenario scenario = Small.At(_folder.Path);

        StageException problem = Assert.Throws<StageException>(() => ScenarioData.Read(scenario));

        Assert.Equal($"{scenario.DataPath}: there is no such file; expected the scenario's data. Put it there, or correct \"data\" in scenario.json.", problem.Message);
    }

    [Fact]
    public void Read_NotUtf8_SaysSo()
    {
        Scenario scenario = Small.In(_folder, "");
        File.WriteAllBytes(scenario.DataPath, [.. "age,plan,churn\n1,"u8, 0xE9, .. ",Yes\n"u8]);

        Assert.Equal("data-not-utf8", Assert.Throws<StageException>(() => ScenarioData.Read(scenario)).Code);
    }
}

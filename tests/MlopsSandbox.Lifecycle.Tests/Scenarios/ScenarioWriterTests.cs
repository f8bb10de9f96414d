using System.Globalization;
using System.Text;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Scenarios;

public sealed class ScenarioWriterTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private string Scenarios => Path.Combine(_temporary.Path, "scenarios");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Add_TelcoChurn_IsTheShippedScenarioWithTheSameData()
    {
        (string folder, _) = ScenarioWriter.Add(Scenarios, new ScenarioRequest(Path.Combine(Shipped.Telco, "telco-churn.csv"), "churn"));

        Scenario added = ScenarioFile.Read(folder);
        Scenario shipped = ScenarioFile.Read(Shipped.Telco);
        Assert.Equal(shipped.Features, added.Features);
        Assert.Equal(shipped.Label, added.Label);
        Assert.Equal(File.ReadAllBytes(shipped.DataPath), File.ReadAllBytes(added.DataPath));
    }

    [Fact]
    public void Add_UnusualFile_IsWrittenAnewAndSaysWhatWasGuessed()
    {
        string file = Table("Sehr Groß.csv", "\uFEFFGröße;Größe;;split;rowId;Nr;Kauf\r\n", row => $"{row % 97},5;{(row % 3) switch { 0 => " rot", 1 => "grün ", _ => "\"a;b\"" }};{row % 2};{row % 5};{row % 7};{row};{(row % 5 == 0 ? "ja" : "nein")}\r\n");

        (string folder, ScenarioDraft draft) = ScenarioWriter.Add(Scenarios, new ScenarioRequest(file, "Kauf", Name: "kauf"));

        Scenario scenario = ScenarioFile.Read(folder);
        Assert.Equal(4000, ScenarioData.Read(scenario).Count);
        Assert.Equal(["Größe", "Größe_2", "column3", "split", "rowId"], scenario.Features.Select(feature => feature.Name));
        Assert.Equal("ja", scenario.Label.Positive);
        Assert.Equal("Größe,Größe_2,column3,split,rowId,Nr,Kauf\n0.5,rot,0,0,0,0,ja\n1.5,grün,1,1,1,1,nein\n2.5,a;b,0,2,2,2,nein\n",
            string.Concat(File.ReadLines(scenario.DataPath).Take(4).Select(line => line + "\n")));
        Assert.Equal(
            [
                "The data are written anew: commas, UTF-8, one line end, points in numbers, empty cells for missing values.",
                "Column 2, another 'Größe', is called 'Größe_2'.",
                "Column 3, without a name, is called 'column3'.",
                "Positive class: Kauf 'ja', 800 of 4000 rows (20 %); another by --positive.",
                "Left out 'Nr': each row has its own whole number, so it looks like an id.",
            ],
            draft.Notes.Take(5));
    }

    [Theory]
    [InlineData("yes", "no", 3, "yes")]     // a word for yes
    [InlineData("good", "bad", 3, "bad")]   // else the rarer
    [InlineData("0", "1", 3, "1")]
    public void Add_NoPositiveGiven_GuessesIt(string common, string rare, int every, string positive)
    {
        string file = Table("t.csv", "x,y\n", row => $"{row * 37 % 101}.5,{(row % every == 0 ? rare : common)}\n");

        Assert.Equal(positive, ScenarioFile.Read(ScenarioWriter.Add(Scenarios, new ScenarioRequest(file, "y")).Folder).Label.Positive);
    }

    [Theory]
    [InlineData("y2", null, ":1: there is no column 'y2'; expected one of: x, y. Name the label's column. Did you mean 'y'?")]
    [InlineData("y", "c", ": column 'y' is never 'c'; expected 'a' or 'b'. Name one of the two as the positive value.")]
    [InlineData("x", null, ": column 'x' has 101 values (")]
    public void Add_LabelThatIsNone_IsRefused(string label, string? positive, string expected)
    {
        string file = Table("t.csv", "x,y\n", row => $"{row % 101}.5,{(row % 3 == 0 ? "a" : "b")}\n");

        AssertRefused(new ScenarioRequest(file, label, positive), expected);
    }

    [Theory]
    [InlineData("one", 500, ": column 'y' is 'one' in every row; expected two classes. Name a column that tells rows apart.")]
    [InlineData("one two", 20, ": 20 rows, 10 of them with y 'two'; expected at least 60 rows of each class, so that a fit, a choice and a test each see some. Name a file with more rows.")]
    [InlineData("one two three", 500, ": column 'y' has 3 values ('one', 'two', 'three'); expected two classes: the task is binary classification. Name another label, or make this one a question with two answers.")]
    public void Add_ClassesThatCannotBeLearned_AreRefused(string classes, int rows, string expected)
    {
        string[] names = classes.Split(' ');

        AssertRefused(new ScenarioRequest(Table("t.csv", "x,y\n", row => $"{row}.5,{names[row % names.Length]}\n", rows), "y"), expected);
    }

    [Fact]
    public void Add_TwoColumnsOfTheLabelsName_IsRefused() => AssertRefused(
        new ScenarioRequest(Table("t.csv", "y,x,y\n", row => $"{row % 2},{row % 9},{row % 2}\n"), "y"), ":1: more than one column is called 'y'; expected one label. Rename the others.");

    [Fact]
    public void Add_NumericLabel_SaysThatRegressionIsNotSupported() => AssertRefused(
        new ScenarioRequest(Table("t.csv", "x,price\n", row => $"{row % 9},{row % 400}\n"), "price"), "it looks like a number to predict, and regression is not supported yet.");

    [Fact]
    public void Add_NoHeader_IsRefused() => AssertRefused(
        new ScenarioRequest(_temporary.Write("t.csv", "1,a\n2,b\n"), "y"), ":1: the first line holds the number 1; expected a header line with the columns' names. Add one.");

    [Fact]
    public void Add_NoFile_IsRefused() =>
        AssertRefused(new ScenarioRequest(Path.Combine(_temporary.Path, "none.csv"), "y"), "none.csv: there is no such file; expected a CSV file. Check the path.");

    [Fact]
    public void Add_NothingToLearnFrom_SaysWhatWasLeftOut() => AssertRefused(
        new ScenarioRequest(Table("t.csv", "id,y\n", row => $"{row},{row % 2}\n"), "y"), "Left out 'id': each row has its own whole number, so it looks like an id.");

    [Fact]
    public void Add_LabelInOtherWords_IsLeftOut()
    {
        string file = Table("t.csv", "x,y,left\n", row => $"{row * 37 % 101}.5,{(row % 3 == 0 ? "a" : "b")},{(row % 3 == 0 ? 1 : 0)}\n");

        Assert.Contains("Left out 'left': it says 'y' in other words.", ScenarioWriter.Add(Scenarios, new ScenarioRequest(file, "y")).Draft.Notes);
    }

    [Fact]
    public void Add_NameTaken_LeavesTheOtherAlone()
    {
        _temporary.Write("scenarios/t/scenario.json", "mine");
        string file = Table("t.csv", "x,y\n", row => $"{row * 37 % 101}.5,{row % 2}\n");

        ScenarioException problem = Assert.Throws<ScenarioException>(() => ScenarioWriter.Add(Scenarios, new ScenarioRequest(file, "y")));

        Assert.EndsWith("/t: the name 't' is taken; expected a new one. Give another with --name, or remove the folder.", problem.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Scenarios, "t", "scenario.json")));
        Assert.Equal(["t"], Directory.GetFileSystemEntries(Scenarios).Select(Path.GetFileName));
    }

    private void AssertRefused(ScenarioRequest request, string expected)
    {
        Assert.Contains(expected, Assert.Throws<ScenarioException>(() => ScenarioWriter.Add(Scenarios, request)).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Scenarios));
    }

    private string Table(string name, string header, Func<int, string> line, int rows = 4000)
    {
        StringBuilder text = new(header);
        for (int row = 0; row < rows; row++) text.Append(CultureInfo.InvariantCulture, $"{line(row)}");
        return _temporary.Write(name, text.ToString());
    }
}

using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Tests.Definitions;

/// <summary>
/// What people do wrong, one file each in <c>Broken/</c>, with everything that is told of it in <c>Broken/expected.json</c>: the problems of the file, as
/// <c>line:column: path: message</c> with <c>{types}</c> for the number of types; of a file that can be walked all the same and fails when it is, the fault.
/// </summary>
public sealed class BrokenDefinitionsTests
{
    private static readonly Dictionary<string, string[]> Expected =
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(Path.Combine("Broken", "expected.json"))
            .Replace("{types}", Stages.Types.Descriptors.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))!;

    public static TheoryData<string> Files() => [.. Names];

    private static IEnumerable<string> Names =>
        [.. Directory.GetFiles("Broken").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => name != "expected").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void BrokenFile_ReadAndWalked_TellsWhatIsWrong(string name) => Assert.Equal(Expected[name], Told(Path.Combine("Broken", $"{name}.json")));

    [Fact]
    public void Expected_NamesOnlyFilesThatAreThere() => Assert.Equal(Names, Expected.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Read_Folder_SaysSo() => Assert.Equal(["Broken: this is a folder; expected a file with an Elsa 3 workflow definition. Name one of the files in it."],
        DefinitionFolder.ReadFile("Broken", Stages.Types).Problems.Select(problem => problem.ToString()));

    [Fact]
    public void Read_FileOfFiftyMegabytes_IsRefusedUnread()
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var stream = File.OpenWrite(file)) stream.SetLength(50 << 20);

            Assert.Equal([$"{file}: the file has more than 10,485,760 bytes; expected an Elsa 3 workflow definition, which has fewer. Name another file, or split the workflow."],
                DefinitionFolder.ReadFile(file, Stages.Types).Problems.Select(problem => problem.ToString()));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Read_TenThousandActivitiesInALoop_IsRead()
    {
        var drawing = new Drawing();
        for (var i = 0; i < 10_000; i++) drawing.Line($"a{i}");
        drawing.Decision("again", "false").Line("end").Arrows([.. Enumerable.Range(0, 9_999).Select(i => $"a{i}>a{i + 1}"), "a9999>again", "again:True>a0", "again:False>end"]);

        Assert.Empty(drawing.Read().Problems);
    }

    private static IEnumerable<string> Told(string file)
    {
        var reading = DefinitionFolder.ReadFile(file, Stages.Types);
        foreach (var problem in reading.Problems) yield return problem.ToString()[(file.Length + 1)..].TrimStart();
        if (reading.Definition is { } definition && new Stroll(definition).ToTheEnd().State.Fault is { } fault) yield return $"fault: {fault}";
    }
}

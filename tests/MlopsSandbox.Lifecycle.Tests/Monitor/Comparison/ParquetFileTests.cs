using MlopsSandbox.Lifecycle.Monitor.Comparison;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Lifecycle.Scenarios;
using Parquet;
using Parquet.Schema;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Comparison;

public sealed class ParquetFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parquet-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Baseline_AllRowGroupsAndCommonTypes_AreReadAsTheSameCsv()
    {
        string parquet = Path.Combine(_folder, "a.parquet"), csv = Path.Combine(_folder, "a.csv");
        DataField<double?> number = new("number");
        DataField<long> whole = new("whole");
        DataField<DateTime> day = new("day");
        DataField<bool> flag = new("flag");
        DataField<string> text = new("text");
        List<string> lines = ["number,whole,day,flag,text"];
        await using (FileStream file = File.Create(parquet))
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(number, whole, day, flag, text), file))
        {
            for (int group = 0; group < 3; group++)
            {
                int[] rows = [.. Enumerable.Range(group * 50, 50)];
                double?[] numbers = [.. rows.Select(row => row % 7 == 0 ? (double?)null : row * 31 % 97 / 4.0)];
                long[] wholes = [.. rows.Select(row => (long)(row * 53 % 11))];
                DateTime[] days = [.. rows.Select(row => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(row))];
                bool[] flags = [.. rows.Select(row => row % 3 == 0)];
                string?[] texts = [.. rows.Select(row => row % 5 == 0 ? null : $"t{row % 4}")];
                using ParquetRowGroupWriter target = writer.CreateRowGroup();
                await target.WriteAsync<double>(number, numbers.AsMemory());
                await target.WriteAsync<long>(whole, wholes.AsMemory());
                await target.WriteAsync<DateTime>(day, days.AsMemory());
                await target.WriteAsync<bool>(flag, flags.AsMemory());
                await target.WriteAsync(text, texts);
                lines.AddRange(rows.Select((_, i) => FormattableString.Invariant($"{numbers[i]},{wholes[i]},{days[i]:yyyy-MM-dd},{flags[i]},{texts[i]}")));
            }
        }

        await File.WriteAllLinesAsync(csv, lines);
        FileProfile read = ComparedFiles.Baseline(parquet), expected = ComparedFiles.Baseline(csv);
        Assert.Equal(150, read.Rows);
        Assert.Equivalent(expected with { Name = parquet }, read, strict: true);
    }

    [Fact]
    public async Task Baseline_CutOff_IsRefused()
    {
        await Baseline_AllRowGroupsAndCommonTypes_AreReadAsTheSameCsv();
        string cut = Path.Combine(_folder, "cut.parquet");
        byte[] whole = await File.ReadAllBytesAsync(Path.Combine(_folder, "a.parquet"));
        await File.WriteAllBytesAsync(cut, whole[..(whole.Length / 2)]);
        Assert.Contains("this Parquet file can't be read", Assert.Throws<ScenarioException>(() => ComparedFiles.Baseline(cut)).Message);
    }
}

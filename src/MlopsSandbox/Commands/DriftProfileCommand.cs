using System.CommandLine;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops drift profile FILE --out PROFILE</c>: stores what <c>drift</c> needs of a baseline, so that it is read no more.</summary>
internal sealed class DriftProfileCommand : MlopsCommand
{
    private readonly Argument<string> _file = new("file") { HelpName = "FILE", Description = "a CSV file with a header, or a Parquet file: what is usual." };
    private readonly Option<string> _out = new("--out") { Description = "JSON file to write.", HelpName = "file", Required = true };

    public DriftProfileCommand(Shell shell) : base(shell, "profile", "Stores the profile of a baseline, to compare files with it later as with the file itself.",
        new("drift profile january.csv --out january.json", "the profile; its size hardly grows with the rows"),
        new("drift january.json february.csv", "compares with it, to the same result as with january.csv"))
    {
        Add(_file);
        Add(_out);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        (string file, string path) = (invocation.Parsed.GetRequiredValue(_file), invocation.Parsed.GetRequiredValue(_out));
        WrittenFile.Require("--out", path, file);
        FileProfile profile = ComparedReading.Baseline(invocation.Terminal, file, cancellation);
        byte[] content = ProfileJson.Write(profile);
        await WrittenFile.WriteAsync(path, content, cancellation).ConfigureAwait(false);
        DriftProfileShape answer = new(path, content.Length, profile.Rows, profile.Columns.Count);
        invocation.Answer(answer, screen => screen.WriteLine($"{path}: the profile of {file}, {Figures.Count(answer.Rows)} rows, {Figures.Count(answer.Columns)} columns, {Figures.Count(answer.Bytes)} bytes."));
        return ExitCodes.Succeeded;
    }
}

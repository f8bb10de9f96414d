using System.CommandLine;
using System.Globalization;
using MlopsSandbox.Lifecycle.Monitor.Comparison;
using MlopsSandbox.Rendering;
using MlopsSandbox.Report;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops drift</c>: holds two files against each other; needs no home and no scenario.</summary>
internal sealed class DriftCommand : MlopsCommand
{
    private readonly Argument<string> _baseline = new("baseline") { HelpName = "BASELINE", Description = "a CSV file with a header, or a Parquet file of the sandbox: what is usual." };
    private readonly Argument<string> _current = new("current") { HelpName = "CURRENT", Description = "the file to judge." };
    private readonly Option<double> _alpha = new("--alpha")
    {
        Description = "Probability of any false alarm, over all columns together.",
        HelpName = "share",
        DefaultValueFactory = _ => 0.05,
        CustomParser = result => result.Tokens[0].Value is var text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is > 0 and < 1
            ? share
            : Refused(result, $"--alpha is '{text}'; expected a number between 0 and 1, such as 0.05."),
    };
    private readonly Option<string?> _report = new("--report") { Description = "HTML file to write, with the distributions side by side.", HelpName = "file" };
    private readonly Option<bool> _fail = new("--fail-on-drift") { Description = "Exit with 1 when a column drifted." };

    public DriftCommand(Shell shell) : base(shell, "drift", "Compares two files of rows, column by column, and says which columns drifted and how.",
        new("drift january.csv february.csv", "which columns changed by more than chance explains"),
        new("drift train.csv today.csv --report drift.html --fail-on-drift", "a page to look at, and an exit code for a script"))
    {
        Add(_baseline);
        Add(_current);
        Add(_alpha);
        Add(_report);
        Add(_fail);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        string? report = invocation.Parsed.GetValue(_report);
        if (report is not null && new[] { _baseline, _current }.Any(file => Path.GetFullPath(invocation.Parsed.GetRequiredValue(file)) == Path.GetFullPath(report)))
            throw new RefusalException($"--report is '{report}', one of the files that are compared; expected another, as it is overwritten. Give it a name such as drift.html.");
        ComparedFile baseline = ComparedFile.Read(invocation.Parsed.GetRequiredValue(_baseline));
        ComparedFile current = ComparedFile.Read(invocation.Parsed.GetRequiredValue(_current));
        cancellation.ThrowIfCancellationRequested();
        FileComparison comparison = FileComparison.Of(baseline, current, invocation.Parsed.GetValue(_alpha));
        if (report is not null) await File.WriteAllTextAsync(report, ComparisonPage.Of(comparison), cancellation).ConfigureAwait(false);
        invocation.Answer(comparison, screen => ComparisonTable.Draw(screen, comparison, report));
        return comparison.Drifted && invocation.Parsed.GetValue(_fail) ? ExitCodes.Failed : ExitCodes.Succeeded;
    }

    private static double Refused(System.CommandLine.Parsing.ArgumentResult result, string problem)
    {
        result.AddError(problem);
        return double.NaN;
    }
}

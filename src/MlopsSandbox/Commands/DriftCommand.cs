using System.CommandLine;
using System.Globalization;
using System.Text;
using MlopsSandbox.Lifecycle.Monitor.Comparison;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Rendering;
using MlopsSandbox.Report;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops drift</c>: holds two files against each other; needs no home and no scenario.</summary>
internal sealed class DriftCommand : MlopsCommand
{
    private readonly Argument<string> _baseline = new("baseline") { HelpName = "BASELINE", Description = "a CSV file with a header, a Parquet file, or a profile of one: what is usual." };
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
    private readonly Option<string?> _time = new("--time")
    {
        Description = "Column of dates that orders the current file's rows; 'rows' for their order in the file. [default: the baseline's only column of dates, else rows]",
        HelpName = "column",
    };
    private readonly Option<bool> _fail = new("--fail-on-drift") { Description = "Exit with 1 when a column drifted, or none could be judged." };

    public DriftCommand(Shell shell) : base(shell, "drift", "Compares two files of rows, column by column, and says which columns drifted and how.",
        new("drift january.csv february.csv", "which columns changed by more than chance explains"),
        new("drift train.csv today.csv --report drift.html --fail-on-drift", "a page to look at, and an exit code for a script"))
    {
        Add(_baseline);
        Add(_current);
        Add(_alpha);
        Add(_report);
        Add(_time);
        Add(_fail);
        Add(new DriftProfileCommand(shell));
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        (string before, string now, string? report) = (invocation.Parsed.GetRequiredValue(_baseline), invocation.Parsed.GetRequiredValue(_current), invocation.Parsed.GetValue(_report));
        WrittenFile.Require("--report", report, before, now);
        long begun = TimeProvider.System.GetTimestamp();
        FileProfile baseline = ComparedReading.Baseline(invocation.Terminal, before, cancellation);
        CurrentFile current = ComparedReading.Current(invocation.Terminal, now, baseline, invocation.Parsed.GetValue(_time), cancellation);
        long read = TimeProvider.System.GetTimestamp();
        FileComparison comparison = FileComparison.Of(baseline, current, invocation.Parsed.GetValue(_alpha));
        if (Path.GetFullPath(before) == Path.GetFullPath(now)) comparison = comparison with { Notes = [.. comparison.Notes, "Baseline and current are one and the same file."] };
        ComparisonTime took = new(TimeProvider.System.GetElapsedTime(begun, read), TimeProvider.System.GetElapsedTime(read));
        if (report is not null) await WrittenFile.WriteAsync(report, Encoding.UTF8.GetBytes(ComparisonPage.Of(comparison)), cancellation).ConfigureAwait(false);
        invocation.Answer(DriftShape.Of(comparison), screen => ComparisonTable.Draw(screen, comparison, report, took));
        return invocation.Parsed.GetValue(_fail) && (comparison.Drifted || !comparison.Judged) ? ExitCodes.Failed : ExitCodes.Succeeded;
    }

    private static double Refused(System.CommandLine.Parsing.ArgumentResult result, string problem)
    {
        result.AddError(problem);
        return double.NaN;
    }
}

using MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>Reads the two files of a comparison, each once and in bounded memory.</summary>
public static class ComparedFiles
{
    /// <summary>Reads the file that says what is usual: CSV, Parquet, or a profile that <see cref="ProfileJson"/> wrote.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="progress">Told the share that is read, in [0, 1].</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="Scenarios.ScenarioException">There is no such file, or it can't be used; the line is named.</exception>
    public static FileProfile Baseline(string path, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        if (ProfileJson.IsProfile(path)) return ProfileJson.Read(path);
        using RowSource source = RowFile.Open(path);
        return FileProfiling.Of(source, path, progress ?? (_ => { }), cancellation);
    }

    /// <summary>Reads the file that is judged.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="baseline">What it is held against.</param>
    /// <param name="time">The column whose dates order the rows; <c>rows</c> for the rows' order; null to take the baseline's only column of dates.</param>
    /// <param name="progress">Told the share that is read, in [0, 1].</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="Scenarios.ScenarioException">There is no such file or time column, or the file can't be used; the line is named.</exception>
    public static CurrentFile Current(string path, FileProfile baseline, string? time = null, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        if (ProfileJson.IsProfile(path))
            throw new Scenarios.ScenarioException($"{path}: this is a stored profile, or other JSON; expected the rows to judge, as CSV or Parquet. A profile can only be the baseline.");
        using RowSource source = RowFile.Open(path);
        return CurrentReading.Of(source, path, baseline, time, progress ?? (_ => { }), cancellation);
    }
}

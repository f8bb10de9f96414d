using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MlopsSandbox.HangfireSqlite.Tests.Torture;

/// <summary>A process's own file of what it ran. Each line is in the operating system's hands before the job goes on, so that <c>kill -9</c> takes none.</summary>
internal sealed class ExecutionLog(string folder, int process) : IDisposable
{
    private const string Begun = "begin", Ended = "end", Extension = ".executions";

    private readonly Lock _writing = new();
    private readonly FileStream _file = new(
        Path.Combine(folder, process.ToString(CultureInfo.InvariantCulture) + Extension), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public void Begin(string job) => Append(Begun, job);
    public void End(string job) => Append(Ended, job);

    public void Dispose() => _file.Dispose();

    private void Append(string what, string job)
    {
        lock (_writing)
        {
            _file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"{what} {job} {Environment.CurrentManagedThreadId} {Stopwatch.GetTimestamp()}\n")));
        }
    }

    /// <summary>What all processes wrote into a folder.</summary>
    public static List<Execution> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "*" + Extension).SelectMany(file => Read(int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture), File.ReadLines(file)))];

    /// <summary>What one process wrote. A worker runs one job at a time, so an end belongs to the worker's last begin.</summary>
    internal static List<Execution> Read(int process, IEnumerable<string> lines)
    {
        var executions = new List<Execution>();
        var lastOfWorker = new Dictionary<int, int>();
        foreach (var words in lines.Select(line => line.Split(' ')))
        {
            var (job, worker, at) = (words[1], int.Parse(words[2], CultureInfo.InvariantCulture), long.Parse(words[3], CultureInfo.InvariantCulture));
            if (words[0] == Begun)
            {
                lastOfWorker[worker] = executions.Count;
                executions.Add(new Execution(job, process, worker, at, End: null));
                continue;
            }
            var begun = executions[lastOfWorker[worker]];
            if (words[0] != Ended || begun.Job != job || begun.End is not null) throw new FormatException($"Process {process}: '{string.Join(' ', words)}' ends no execution.");
            executions[lastOfWorker[worker]] = begun with { End = at };
        }
        return executions;
    }
}

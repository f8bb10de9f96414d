using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Gathers what is wrong with a file, so that it is told at once.</summary>
internal sealed class DataProblems
{
    private const int Told = 10;
    private readonly List<(string Code, string Message)> _problems = [];

    public void Add(string code, string message) => _problems.Add((code, message));

    /// <exception cref="StageException">There is a problem; the code is the first one's, and the message holds a line for each of the first ten.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count == 0) return;
        IEnumerable<string> lines = _problems.Take(Told).Select(problem => problem.Message);
        if (_problems.Count > Told) lines = lines.Append(FormattableString.Invariant($"… and {_problems.Count - Told} more."));
        throw new StageException(_problems[0].Code, string.Join('\n', lines));
    }
}

using System.Collections.Concurrent;
using MlopsSandbox.Commands;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Hosting;

/// <summary>Reads workflow files again when they change, and tells it: a good file is what new runs take from now on; a broken one is told once, and the last good one stays.</summary>
/// <remarks>The shelf reads what changed whenever a workflow is looked up, too: where a file system tells no changes, they are only told later.</remarks>
internal sealed class WorkflowWatch : IDisposable
{
    // Long enough for an editor to write the whole file.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(200);

    private readonly WorkflowShelf _shelf;
    private readonly Terminal _terminal;
    private readonly Timer _settled;
    private readonly ConcurrentBag<FileSystemWatcher> _watchers = [];

    /// <summary>Tells what is wrong in the files now, and watches them from now on.</summary>
    public WorkflowWatch(WorkflowShelf shelf, IEnumerable<string> folders, Terminal terminal)
    {
        (_shelf, _terminal) = (shelf, terminal);
        _shelf.Changed = TellProblems;
        _shelf.Files();
        _shelf.Changed = Tell;
        _settled = new Timer(_ => Read());
        foreach (string folder in folders) Follow(Path.GetFullPath(folder));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers) watcher.Dispose();
        _settled.Dispose();
        _shelf.Changed = null;
    }

    // A folder may be made only now, as with the first workflow that is saved, or anew.
    private void Follow(string folder)
    {
        if (Path.GetDirectoryName(folder) is { } parent && Directory.Exists(parent)) WaitFor(folder, parent);
        if (Directory.Exists(folder)) Watch(folder);
    }

    private void WaitFor(string folder, string parent)
    {
        FileSystemWatcher watcher = new(parent, Path.GetFileName(folder)) { NotifyFilter = NotifyFilters.DirectoryName };
        watcher.Created += (_, _) => Enter(folder);
        watcher.Renamed += (_, _) => Enter(folder);
        Begin(watcher);
    }

    private void Enter(string folder)
    {
        if (Directory.Exists(folder)) Watch(folder);
        Settle();
    }

    private void Watch(string folder)
    {
        FileSystemWatcher watcher = new(folder, "*.json");
        watcher.Changed += (_, _) => Settle();
        watcher.Created += (_, _) => Settle();
        watcher.Renamed += (_, _) => Settle();
        watcher.Deleted += (_, _) => Settle();
        Begin(watcher);
    }

    private void Begin(FileSystemWatcher watcher)
    {
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    private void Settle() => _settled.Change(Settling, Timeout.InfiniteTimeSpan);

    private void Read()
    {
        try
        {
            _shelf.ReadEdited();
        }
        catch (Exception failure) when (failure is RefusalException or IOException or UnauthorizedAccessException)
        {
            _terminal.Error.WriteLine($"mlops: error: {failure.Message}");
        }
    }

    private void Tell(DefinitionFile file)
    {
        TellProblems(file);
        if (file.Reading.Definition is { } read) _terminal.Out.WriteLine($"{file.File}: new runs of '{read.DefinitionId}' take version {read.Version} as it is now; runs that go on stay with theirs.");
        else if (file.LastGood is { } kept) _terminal.Error.WriteLine($"mlops: {file.File}: version {kept.Version} of '{kept.DefinitionId}' stays as it was before the file was broken.");
    }

    private void TellProblems(DefinitionFile file)
    {
        foreach (DefinitionProblem problem in file.Reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)) _terminal.Error.WriteLine($"mlops: error: {problem}");
    }
}

using System.Globalization;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Hosting;

/// <summary>The newest published definitions of the folders that are searched, read again when a file has changed.</summary>
internal sealed class StartableWorkflows(IReadOnlyList<string> folders, WorkflowShelf shelf)
{
    private readonly Lock _lock = new();
    private string? _stamp;
    private IReadOnlyList<WorkflowDefinition> _read = [];

    /// <summary>As the files are now.</summary>
    public IReadOnlyList<WorkflowDefinition> Now()
    {
        lock (_lock)
        {
            string stamp = Stamp();
            if (stamp == _stamp) return _read;
            _read = stamp.Length == 0 ? [] : [.. shelf.All().Select(definition => shelf.Find(definition.DefinitionId)).OfType<WorkflowDefinition>()];
            _stamp = stamp;
            return _read;
        }
    }

    private string Stamp() => string.Join('\n', folders.Where(Directory.Exists)
        .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*.json"))
        .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}")));
}

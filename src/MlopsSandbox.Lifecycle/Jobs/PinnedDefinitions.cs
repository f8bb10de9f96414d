using System.Collections.Concurrent;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>The definitions that runs are pinned to, read from the catalog by content hash.</summary>
internal sealed class PinnedDefinitions(StageTypes stages)
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> _read = new(StringComparer.Ordinal);

    /// <exception cref="DefinitionException">It uses what this program does not know.</exception>
    public WorkflowDefinition Load(CatalogTransaction tx, string hash)
    {
        if (_read.TryGetValue(hash, out WorkflowDefinition? known)) return known;
        string document = tx.Definitions.DocumentOf(hash) ?? throw new InvalidDataException($"the catalog has no definition {hash}, to which a run is pinned.");
        DefinitionReading reading = DefinitionReader.Read(document, $"definition {hash}", stages.Activities);
        return _read.GetOrAdd(hash, reading.Definition ?? throw new DefinitionException(reading.Problems));
    }
}

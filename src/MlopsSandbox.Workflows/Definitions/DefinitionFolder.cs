using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>The workflow definitions of a folder, as they were when it was read.</summary>
public sealed class DefinitionFolder
{
    private readonly Dictionary<string, WorkflowDefinition> _latest;

    private DefinitionFolder(IReadOnlyList<WorkflowDefinition> definitions, IReadOnlyList<DefinitionProblem> problems)
    {
        Definitions = definitions;
        Problems = problems;
        _latest = definitions.Where(definition => definition.IsPublished)
            .GroupBy(definition => definition.DefinitionId, StringComparer.Ordinal)
            .ToDictionary(versions => versions.Key, versions => versions.MaxBy(version => version.Version)!, StringComparer.Ordinal);
    }

    /// <summary>Every definition that can be walked, in order of file names.</summary>
    public IReadOnlyList<WorkflowDefinition> Definitions { get; }

    /// <summary>Everything wrong in any of the files; files with errors are not among <see cref="Definitions"/>.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }

    /// <summary>The published definition of that id with the highest version, or null.</summary>
    public WorkflowDefinition? Find(string definitionId) => _latest.GetValueOrDefault(definitionId);

    /// <summary>Reads all <c>*.json</c> files of a folder, not of those inside it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static DefinitionFolder Read(string folder, ActivityTypes types)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{folder}: there is no such folder; " +
                "expected a folder with workflow definitions, one a *.json file. Name it by --workflows.");
        var readings = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => ReadFile(file, types)).ToArray();
        return new DefinitionFolder(
            [.. readings.Select(reading => reading.Definition).OfType<WorkflowDefinition>()],
            [.. readings.SelectMany(reading => reading.Problems)]);
    }

    /// <summary>Reads one file.</summary>
    /// <exception cref="IOException">The file is not there or can't be read.</exception>
    public static DefinitionReading ReadFile(string file, ActivityTypes types) => DefinitionReader.Read(File.ReadAllBytes(file), file, types);

    /// <summary>Reads one file that must be walkable.</summary>
    /// <exception cref="DefinitionException">It isn't.</exception>
    /// <exception cref="IOException">The file is not there or can't be read.</exception>
    public static WorkflowDefinition Load(string file, ActivityTypes types)
    {
        var reading = ReadFile(file, types);
        return reading.Definition ?? throw new DefinitionException(reading.Problems);
    }
}

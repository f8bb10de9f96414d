using System.Security.Cryptography;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>The workflow definitions of a folder, as they were when it was read. Immutable; <see cref="Reread"/> gives it as it is now.</summary>
public sealed class DefinitionFolder
{
    private readonly string _folder;
    private readonly ActivityTypes _types;
    private readonly Dictionary<string, WorkflowDefinition> _latest;

    private DefinitionFolder(string folder, ActivityTypes types, IReadOnlyList<DefinitionFile> files, IReadOnlyList<DefinitionFile> changed)
    {
        (_folder, _types, Files, Changed) = (folder, types, files, changed);
        Definitions = [.. files.Select(file => file.LastGood).OfType<WorkflowDefinition>()];
        Problems = [.. files.SelectMany(file => file.Reading.Problems)];
        _latest = Definitions.Where(definition => definition.IsPublished)
            .GroupBy(definition => definition.DefinitionId, StringComparer.Ordinal)
            .ToDictionary(versions => versions.Key, versions => versions.MaxBy(version => version.Version)!, StringComparer.Ordinal);
    }

    /// <summary>Every file, in order of names.</summary>
    public IReadOnlyList<DefinitionFile> Files { get; }

    /// <summary>The files that are new or differ from what they were before the last <see cref="Reread"/>; all of them when the folder was read first.</summary>
    public IReadOnlyList<DefinitionFile> Changed { get; }

    /// <summary>Every definition that can be walked, in order of file names; of a file that was edited and broken the last one that could be.</summary>
    public IReadOnlyList<WorkflowDefinition> Definitions { get; }

    /// <summary>Everything wrong in any of the files.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }

    /// <summary>A warning for each file whose definition and version an earlier file has too.</summary>
    public IEnumerable<DefinitionProblem> Doubled => Files.Where(file => file.Reading.IsWalkable)
        .GroupBy(file => (file.Reading.Definition!.DefinitionId, file.Reading.Definition.Version))
        .SelectMany(same => same.Skip(1).Select(file => new DefinitionProblem(ProblemSeverity.Warning, file.File, "$", 0, 0,
            $"version {same.Key.Version} of workflow '{same.Key.DefinitionId}' is also in {Path.GetFileName(same.First().File)}, which is the one that is found; " +
            "expected one file a version. Raise \"version\", or remove one of them.")));

    /// <summary>The published definition of that id with the highest version, or null.</summary>
    public WorkflowDefinition? Find(string definitionId) => _latest.GetValueOrDefault(definitionId);

    /// <summary>Reads all <c>*.json</c> files of a folder, not of those inside it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static DefinitionFolder Read(string folder, ActivityTypes types)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{folder}: there is no such folder; " +
                "expected a folder with workflow definitions, one a *.json file. Name it by --workflows.");
        return new DefinitionFolder(folder, types, [], []).Reread();
    }

    /// <summary>The folder as it is now. A file that can't be walked any more keeps its last definition that could; one that is gone has none.</summary>
    public DefinitionFolder Reread()
    {
        var before = Files.ToDictionary(file => file.File, StringComparer.Ordinal);
        string[] names = Directory.Exists(_folder) ? [.. Directory.EnumerateFiles(_folder, "*.json").Order(StringComparer.Ordinal)] : [];
        DefinitionFile[] files = [.. names.Select(name => ReadAgain(name, before.GetValueOrDefault(name)))];
        return new DefinitionFolder(_folder, _types, files, [.. files.Where(file => !ReferenceEquals(file, before.GetValueOrDefault(file.File)))]);
    }

    /// <summary>Reads one file. One that is not there, a folder, or too large is a problem like any other.</summary>
    public static DefinitionReading ReadFile(string file, ActivityTypes types) => DefinitionText.Read(file) switch
    {
        { Problem: { } problem } => new DefinitionReading(null, [problem]),
        { Bytes: var bytes } => DefinitionReader.Read(bytes, file, types),
    };

    /// <summary>Reads one file that must be walkable.</summary>
    /// <exception cref="DefinitionException">It isn't.</exception>
    public static WorkflowDefinition Load(string file, ActivityTypes types)
    {
        var reading = ReadFile(file, types);
        return reading.Definition ?? throw new DefinitionException(reading.Problems);
    }

    private DefinitionFile ReadAgain(string file, DefinitionFile? before)
    {
        var text = DefinitionText.Read(file);
        var hash = text.Problem?.Message ?? Convert.ToHexStringLower(SHA256.HashData(text.Bytes));
        if (before?.Bytes == hash) return before;
        var reading = text.Problem is { } problem ? new DefinitionReading(null, [problem]) : DefinitionReader.Read(text.Bytes, file, _types);
        return new DefinitionFile(file, reading) { Bytes = hash, LastGood = reading.Definition ?? before?.LastGood };
    }
}

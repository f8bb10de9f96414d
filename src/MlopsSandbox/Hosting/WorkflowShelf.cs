using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Hosting;

/// <summary>Finds workflow definitions: by name in the folders that are searched, or anywhere as a file.</summary>
internal sealed class WorkflowShelf(IReadOnlyList<string> searched, ActivityTypes types)
{
    /// <summary>The definition of a name or in a file.</summary>
    /// <param name="nameOrFile">A definition's id, or the path of a file.</param>
    /// <param name="warn">Told of what is odd in the file and can be walked all the same.</param>
    /// <exception cref="RefusalException">There is none.</exception>
    /// <exception cref="DefinitionException">It cannot be walked; the exception lists every problem with its line and column.</exception>
    public WorkflowDefinition Load(string nameOrFile, Action<DefinitionProblem>? warn = null)
    {
        if (IsFile(nameOrFile)) return LoadFile(nameOrFile, warn);
        DefinitionFolder[] folders = [.. Folders()];
        WorkflowDefinition? found = folders.Select(folder => folder.Find(nameOrFile)).FirstOrDefault(definition => definition is not null);
        if (found is not null) return found;
        DefinitionProblem[] problems = [.. folders.SelectMany(folder => folder.Problems).Where(problem => Path.GetFileNameWithoutExtension(problem.File) == nameOrFile)];
        if (problems.Length > 0) throw new DefinitionException(problems);
        string[] names = [.. folders.SelectMany(folder => folder.Definitions).Select(definition => definition.DefinitionId).Distinct()];
        string have = names.Length == 0 ? "no workflow at all" : string.Join(", ", names);
        throw new RefusalException($"{string.Join(" and ", searched)}: there is no workflow '{nameOrFile}'; expected one of: {have}.{NearestName.Hint(nameOrFile, names)} Name one of them, or a file such as ./{nameOrFile}.json.");
    }

    /// <summary>The published definition of a name, or null.</summary>
    public WorkflowDefinition? Find(string name) => Folders().Select(folder => folder.Find(name)).FirstOrDefault(definition => definition is not null);

    /// <summary>Every definition that can be walked, the first folder's first.</summary>
    public IReadOnlyList<WorkflowDefinition> All() => [.. Folders().SelectMany(folder => folder.Definitions).DistinctBy(definition => definition.DefinitionId)];

    // The working directory need not have a folder of workflows; what is named must be there.
    private IEnumerable<DefinitionFolder> Folders()
    {
        if (searched.Count == 1 && !Directory.Exists(searched[0]))
            throw new RefusalException($"{searched[0]}: there is no such folder; expected a folder with workflow definitions, one a *.json file. Name it by --workflows.");
        return searched.Where(Directory.Exists).Select(folder => DefinitionFolder.Read(folder, types));
    }

    private WorkflowDefinition LoadFile(string file, Action<DefinitionProblem>? warn)
    {
        if (!File.Exists(file)) throw new RefusalException($"{file}: there is no such file; expected an Elsa 3 workflow definition. Check the path.");
        DefinitionReading reading = DefinitionFolder.ReadFile(file, types);
        if (!reading.IsWalkable) throw new DefinitionException(reading.Problems);
        if (warn is not null) foreach (DefinitionProblem problem in reading.Problems) warn(problem);
        return reading.Definition;
    }

    private static bool IsFile(string nameOrFile) =>
        nameOrFile.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || nameOrFile.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

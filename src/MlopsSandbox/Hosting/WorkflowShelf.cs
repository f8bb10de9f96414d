using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Hosting;

/// <summary>Finds workflow definitions: by name in the folders that are searched, or anywhere as a file. Always as the files are now; safe to share between threads.</summary>
/// <remarks>While it lives, a file that is edited and broken keeps its last definition that could be walked.</remarks>
internal sealed class WorkflowShelf(IReadOnlyList<string> searched, ActivityTypes types)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DefinitionFolder> _read = [];

    /// <summary>Told of each file that is new or was changed and that no earlier folder hides, once; of all of them when it first looks.</summary>
    public Action<DefinitionFile>? Changed { get; set; }

    /// <summary>Raised, on any thread, once files of the folders were written, renamed or deleted: what is looked up from now on may be another.</summary>
    public event Action? Edited;

    /// <summary>Reads what has changed in the folders, for who watches them, and raises <see cref="Edited"/>.</summary>
    /// <exception cref="RefusalException">The folder that was named is not there any more.</exception>
    public void ReadEdited()
    {
        try
        {
            Files();
        }
        finally
        {
            Edited?.Invoke();
        }
    }

    /// <summary>The definition of a name or in a file.</summary>
    /// <param name="nameOrFile">A definition's id, or the path of a file.</param>
    /// <param name="warn">Told of what is odd in the file and can be walked all the same.</param>
    /// <exception cref="RefusalException">There is none.</exception>
    /// <exception cref="DefinitionException">It cannot be walked; the exception lists every problem with its line and column.</exception>
    public WorkflowDefinition Load(string nameOrFile, Action<DefinitionProblem>? warn = null)
    {
        DefinitionFile file = FindFile(nameOrFile);
        if (file.LastGood is null) throw new DefinitionException(file.Reading.Problems);
        if (warn is not null && IsFile(nameOrFile)) foreach (DefinitionProblem problem in file.Reading.Problems) warn(problem);
        return file.LastGood;
    }

    /// <summary>The file of a name or path, whether or not it can be walked.</summary>
    /// <exception cref="RefusalException">There is none.</exception>
    public DefinitionFile FindFile(string nameOrFile)
    {
        if (IsFile(nameOrFile)) return new DefinitionFile(nameOrFile, DefinitionFolder.ReadFile(nameOrFile, types));
        DefinitionFolder[] folders = [.. Folders()];
        return folders.Select(folder => InFolder(folder, nameOrFile)).FirstOrDefault(file => file is not null) ?? throw Missing(nameOrFile, folders);
    }

    /// <summary>The published definition of a name, or null.</summary>
    public WorkflowDefinition? Find(string name) => Folders().Select(folder => folder.Find(name)).FirstOrDefault(definition => definition is not null);

    /// <summary>Every definition that can be walked, the first folder's first.</summary>
    public IReadOnlyList<WorkflowDefinition> All() => [.. Folders().SelectMany(folder => folder.Definitions).DistinctBy(definition => definition.DefinitionId)];

    /// <summary>Every file that can be found, the first folder's first; those of a later folder that an earlier one hides are left out.</summary>
    /// <exception cref="RefusalException">The folder that was named is not there.</exception>
    public IReadOnlyList<(DefinitionFile File, IReadOnlyList<DefinitionProblem> Problems)> Files()
    {
        HashSet<string> hidden = [];
        List<(DefinitionFile, IReadOnlyList<DefinitionProblem>)> files = [];
        foreach (DefinitionFolder folder in Folders())
        {
            ILookup<string, DefinitionProblem> doubled = folder.Doubled.ToLookup(problem => problem.File);
            files.AddRange(folder.Files.Where(file => !hidden.Contains(Name(file)))
                .Select(file => (file, (IReadOnlyList<DefinitionProblem>)[.. doubled[file.File], .. file.Reading.Problems])));
            hidden.UnionWith(folder.Files.Select(Name));
        }
        return files;
    }

    private List<DefinitionFolder> Folders()
    {
        // The working directory need not have a folder of workflows; what is named must be there.
        if (searched.Count == 1 && !Directory.Exists(searched[0]))
            throw new RefusalException($"{searched[0]}: there is no such folder; expected a folder with workflow definitions, one a *.json file. Name it by --workflows.");
        lock (_gate) return Reread();
    }

    // What an earlier folder hides is no news: the same file may also lie beside the program.
    private List<DefinitionFolder> Reread()
    {
        HashSet<string> hidden = [];
        List<DefinitionFolder> folders = [];
        foreach (string folder in searched.Where(folder => _read.ContainsKey(folder) || Directory.Exists(folder)))
        {
            DefinitionFolder now = _read.TryGetValue(folder, out DefinitionFolder? before) ? before.Reread() : DefinitionFolder.Read(folder, types);
            _read[folder] = now;
            foreach (DefinitionFile file in now.Changed.Where(file => !hidden.Contains(Name(file)))) Changed?.Invoke(file);
            hidden.UnionWith(now.Files.Select(Name));
            folders.Add(now);
        }
        return folders;
    }

    // A broken file is found by its own name: better told than passed over for another folder's.
    private static DefinitionFile? InFolder(DefinitionFolder folder, string name) => folder.Find(name) is { } found
        ? folder.Files.First(file => file.LastGood == found)
        : folder.Files.FirstOrDefault(file => file.LastGood is null && Name(file) == name);

    private MissingException Missing(string name, DefinitionFolder[] folders)
    {
        string[] names = [.. folders.SelectMany(folder => folder.Definitions).Select(definition => definition.DefinitionId).Distinct()];
        string have = names.Length == 0 ? "no workflow at all" : string.Join(", ", names);
        return new MissingException($"{string.Join(" and ", searched)}: there is no workflow '{name}'; expected one of: {have}.{NearestName.Hint(name, names)} Name one of them, or a file such as ./{name}.json.");
    }

    private static string Name(DefinitionFile file) => file.LastGood?.DefinitionId ?? Path.GetFileNameWithoutExtension(file.File);

    private static bool IsFile(string nameOrFile) =>
        nameOrFile.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || nameOrFile.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

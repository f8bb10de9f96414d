using System.Security.Cryptography;
using System.Text;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Editing;

namespace MlopsSandbox.Authoring;

/// <summary>Opens workflows by their names, tells of their versions and saves new ones, for command line, API and pages alike. Names never lead out of the folders that are searched.</summary>
/// <param name="shelf">The files.</param>
/// <param name="catalog">The home; null where there is none, so that nothing is kept.</param>
/// <param name="types">The activity types that definitions may use.</param>
/// <param name="folder">The folder that new versions are written to.</param>
internal sealed class WorkflowDesk(WorkflowShelf shelf, CatalogStore? catalog, ActivityTypes types, string folder)
{
    // Two that save at once: the second one is told.
    private static readonly Lock Gate = new();

    /// <summary>The desk of an open home.</summary>
    public WorkflowDesk(Sandbox sandbox) : this(sandbox.Shelf, sandbox.Catalog, sandbox.Stages.Activities, sandbox.Places.Workflows[0])
    {
    }

    /// <summary>A workflow's file.</summary>
    /// <exception cref="MissingException">No file of the folders that are searched has that name.</exception>
    public OpenedWorkflow Open(string name)
    {
        DefinitionFile file = Find(name) ?? (IsPlain(name) ? shelf.FindFile(name) : throw new MissingException($"there is no workflow '{name}'; expected the name of one, without a path. Choose one from the list."));
        byte[] bytes = File.Exists(file.File) ? File.ReadAllBytes(file.File) : [];
        return new OpenedWorkflow(name, file, Encoding.UTF8.GetString(bytes), Mark(bytes), TargetOf(file.File));
    }

    /// <summary>An opened workflow as it is edited.</summary>
    /// <exception cref="EditException">It can't even be drawn.</exception>
    public DefinitionDraft Draft(OpenedWorkflow opened) => new(opened.Text, opened.File.File, types);

    /// <summary>What is wrong with a text that is to be a definition; nothing is saved.</summary>
    /// <param name="text">The document.</param>
    /// <param name="place">Where it stands, for the problems.</param>
    public IReadOnlyList<DefinitionProblem> Problems(string text, string place) => DefinitionReader.Read(text, place, types).Problems;

    /// <summary>All versions that files and catalog have, the newest first.</summary>
    /// <exception cref="MissingException">There is no such workflow.</exception>
    public IReadOnlyList<WorkflowVersion> Versions(string name) => catalog is null ? Versions(name, []) : catalog.Read(tx => Versions(tx, name));

    /// <summary>All versions, in a catalog that is being read.</summary>
    /// <exception cref="MissingException">There is no such workflow.</exception>
    public IReadOnlyList<WorkflowVersion> Versions(CatalogTransaction tx, string name) => Versions(name, tx.Definitions.Of(name));

    private IReadOnlyList<WorkflowVersion> Versions(string name, IReadOnlyList<KeptDefinition> kept)
    {
        DefinitionFile[] files = [.. FilesOf(name)];
        if (kept.Count == 0 && files.Length == 0) Open(name);
        string? current = Find(name)?.LastGood?.ContentHash;
        IEnumerable<WorkflowVersion> onlyInFiles = files.Where(file => kept.All(one => one.Hash != file.LastGood!.ContentHash)).DistinctBy(file => file.LastGood!.ContentHash)
            .Select(file => new WorkflowVersion(file.LastGood!.Version, null, file.LastGood.ContentHash, file.File, null, 0, file.LastGood.ContentHash == current));
        return [.. kept.Select(one => new WorkflowVersion(one.Version, one.Revision, one.Hash, files.FirstOrDefault(file => file.LastGood!.ContentHash == one.Hash)?.File, one.KeptAt, one.Runs, one.Hash == current))
            .Concat(onlyInFiles).OrderByDescending(version => version.Version).ThenByDescending(version => version.Revision ?? int.MaxValue)];
    }

    /// <summary>The document of a version.</summary>
    /// <exception cref="MissingException">There is no such version.</exception>
    public string Document(CatalogTransaction tx, string name, string hash) => FilesOf(name).FirstOrDefault(file => file.LastGood!.ContentHash == hash)?.LastGood!.ToJson()
        ?? (tx.Definitions.Of(name).Any(kept => kept.Hash == hash) ? tx.Definitions.DocumentOf(hash) : null)
        ?? throw new MissingException($"workflow '{name}' has no version '{hash}'; expected a hash of one. Choose one of its versions.");

    /// <summary>In what two versions differ.</summary>
    /// <exception cref="MissingException">There is no such version.</exception>
    public IReadOnlyList<DefinitionChange> Differences(CatalogTransaction tx, string name, string earlier, string later) =>
        DefinitionDifference.Between(Sketch(tx, name, earlier), Sketch(tx, name, later));

    /// <summary>Saves a text as the next version of a workflow: as a whole or not at all. What runs take stays in the catalog when its file is overwritten.</summary>
    /// <param name="name">The workflow; one that is not there yet is made.</param>
    /// <param name="text">The document; its version is numbered here.</param>
    /// <param name="expected">The mark of the file that was edited; null to overwrite whatever is there.</param>
    /// <exception cref="DefinitionException">It can't be walked; nothing was written.</exception>
    /// <exception cref="RefusalException">The file has changed meanwhile, or the text is of another workflow; nothing was written.</exception>
    public OpenedWorkflow Save(string name, string text, string? expected)
    {
        lock (Gate)
        {
            OpenedWorkflow? now = Find(name) is null && IsPlain(name) && !shelf.Files().Any(file => Path.GetFileNameWithoutExtension(file.File.File) == name) ? null : Open(name);
            if (expected is not null && expected != now?.Mark) throw new RefusalException($"{now?.File.File ?? name}: the file has changed since it was opened; expected it as it was then. Open it again and make the edits there, so that nobody's work is lost.", ExitCodes.Failed);
            DefinitionDraft draft = Numbered(name, text, now);
            string target = now?.Target ?? Path.Combine(folder, name + ".json");
            if ((now is null || now.IsCopied) && File.Exists(target)) throw new RefusalException($"{target}: there is a file already, of another workflow; expected a free name. Rename that file.", ExitCodes.Failed);
            if (now?.File.LastGood?.ContentHash != draft.Sketch.ContentHash) Write(target, draft, now?.File.LastGood);
            return Open(name);
        }
    }

    private void Write(string target, DefinitionDraft draft, WorkflowDefinition? before)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        string half = target + ".part";
        try
        {
            using (FileStream file = File.Create(half))
            {
                file.Write(Encoding.UTF8.GetBytes(draft.Text));
                file.Flush(flushToDisk: true);
            }
            File.Move(half, target, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
        WorkflowDefinition after = DefinitionFolder.Load(target, types);
        catalog?.Write(tx =>
        {
            if (before is not null) tx.Definitions.Keep(before);
            tx.Definitions.Keep(after);
        });
    }

    private DefinitionDraft Numbered(string name, string text, OpenedWorkflow? now)
    {
        string file = now?.Target ?? name + ".json";
        DefinitionReading reading = DefinitionReader.Read(text, file, types);
        if (reading.Definition is not { } given) throw new DefinitionException(reading.Problems);
        if (given.DefinitionId != name) throw new RefusalException($"the document's definitionId is '{given.DefinitionId}'; expected '{name}', the workflow that it is saved as. Set \"definitionId\", or save it under its own name.");
        DefinitionDraft draft = new(text, file, types);
        if (now?.File.LastGood?.ContentHash == given.ContentHash) return draft;
        int last = (catalog?.Read(tx => tx.Definitions.Of(name)) ?? []).Select(kept => kept.Version).Concat(FilesOf(name).Select(one => one.LastGood!.Version)).DefaultIfEmpty(0).Max();
        return draft.With(new NumberVersion(last + 1));
    }

    private WorkflowDefinition Sketch(CatalogTransaction tx, string name, string hash) => new DefinitionDraft(Document(tx, name, hash), name, types).Sketch;

    private string TargetOf(string file) =>
        Path.GetFullPath(Path.GetDirectoryName(file) ?? "") == Path.GetFullPath(folder) ? file : Path.Combine(folder, Path.GetFileName(file));

    private IEnumerable<DefinitionFile> FilesOf(string name) => shelf.Files().Select(file => file.File).Where(file => file.LastGood?.DefinitionId == name);

    // The published one of the highest version first, as runs find it; a draft is opened too.
    private DefinitionFile? Find(string name) => FilesOf(name).OrderByDescending(file => file.LastGood!.IsPublished).ThenByDescending(file => file.LastGood!.Version).FirstOrDefault();

    private static bool IsPlain(string name) => name.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        && !name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !name.Contains("..", StringComparison.Ordinal);

    private static string Mark(byte[] bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
}

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Finds scenarios: folders with a <c>scenario.json</c>, below the folders that are searched or anywhere by path.</summary>
public static class ScenarioFolder
{
    /// <summary>The folder of a scenario.</summary>
    /// <param name="searched">Folders of scenarios, such as <c>sample-data</c>; the first that has the name wins. Those that do not exist are passed over.</param>
    /// <param name="nameOrPath">A scenario's name, or the path of its folder or of the <c>scenario.json</c> in it (recognized by a separator or a leading dot).</param>
    /// <exception cref="ScenarioException">There is no such scenario.</exception>
    public static string Find(IReadOnlyList<string> searched, string nameOrPath)
    {
        if (IsPath(nameOrPath)) return Path.GetFileName(nameOrPath) == ScenarioFile.Name ? Path.GetDirectoryName(nameOrPath)! : nameOrPath;
        string? found = searched.Select(folder => Path.Combine(folder, nameOrPath)).FirstOrDefault(IsScenario);
        if (found is not null) return found;
        string[] names = [.. All(searched).Select(folder => Path.GetFileName(folder)!)];
        string have = names.Length == 0 ? "no scenario at all" : string.Join(", ", names);
        throw new ScenarioException($"{string.Join(" and ", searched)}: there is no scenario '{nameOrPath}'; expected one of: {have}."
            + $"{NearestName.Hint(nameOrPath, names)} Name one of them, or the path of a scenario's folder, such as ./{nameOrPath}.");
    }

    /// <summary>All scenario folders, by name; of two with the same name the first that is searched.</summary>
    public static IReadOnlyList<string> All(IReadOnlyList<string> searched) =>
    [
        .. searched.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder).Where(IsScenario))
            .DistinctBy(Path.GetFileName, StringComparer.Ordinal)
            .OrderBy(Path.GetFileName, StringComparer.Ordinal),
    ];

    private static bool IsScenario(string folder) => File.Exists(Path.Combine(folder, ScenarioFile.Name));

    private static bool IsPath(string nameOrPath) =>
        nameOrPath.StartsWith('.') || nameOrPath.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.IsPathRooted(nameOrPath);
}

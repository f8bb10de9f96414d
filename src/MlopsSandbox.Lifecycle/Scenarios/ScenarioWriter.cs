namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Turns a user's file into a scenario's folder: whole, or not at all.</summary>
public static class ScenarioWriter
{
    /// <summary>Reads the file, drafts a scenario, and writes its folder.</summary>
    /// <param name="scenarios">Folder of scenarios; made when it is not there.</param>
    /// <param name="request">The user's file and what is said of it.</param>
    /// <returns>The new folder and what was guessed.</returns>
    /// <exception cref="ScenarioException">The file is not there or cannot become a scenario, or the name is taken. Nothing is written.</exception>
    public static (string Folder, ScenarioDraft Draft) Add(string scenarios, ScenarioRequest request)
    {
        if (!File.Exists(request.File))
            throw new ScenarioException($"{request.File}: there is no such file; expected a CSV file. Check the path.");
        ScenarioDraft draft = ScenarioDraft.Of(request, File.ReadAllBytes(request.File));
        string folder = Path.Combine(scenarios, draft.Name);
        if (Path.Exists(folder)) throw Taken(folder, draft.Name);
        Write(scenarios, folder, draft);
        return (folder, draft);
    }

    // Written beside its place under a name that no scenario has, then moved there in one step.
    private static void Write(string scenarios, string folder, ScenarioDraft draft)
    {
        Directory.CreateDirectory(scenarios);
        string partial = Path.Combine(scenarios, $".{draft.Name}.{Path.GetRandomFileName()}");
        Directory.CreateDirectory(partial);
        try
        {
            File.WriteAllBytes(Path.Combine(partial, draft.DataFile), draft.Data.Span);
            File.WriteAllText(Path.Combine(partial, ScenarioFile.Name), draft.Json);
            File.WriteAllText(Path.Combine(partial, "SOURCE.md"),
                $"# Where the data come from\n\n`{draft.DataFile}` was added by hand. Write here where it comes from and under what licence.\n");
            if (Path.Exists(folder)) throw Taken(folder, draft.Name);
            Directory.Move(partial, folder);
        }
        finally
        {
            if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        }
    }

    private static ScenarioException Taken(string folder, string name) =>
        new($"{folder}: the name '{name}' is taken; expected a new one. Give another with --name, or remove the folder.");
}

using MlopsSandbox.Hosting;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Shapes;

/// <summary>A workflow definition in its file.</summary>
/// <param name="Name">What runs call it; the file's name when it can't be read.</param>
/// <param name="Version">Its version; null when it can't be read.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What it is for.</param>
/// <param name="IsPublished">False for a draft, which is not found by its name.</param>
/// <param name="Triggers">Ids of the activities that start it of themselves.</param>
/// <param name="Inputs">What it takes.</param>
/// <param name="File">Where it is.</param>
/// <param name="Hash">SHA-256 of its canonical JSON.</param>
/// <param name="IsWalkable">False when the file has errors.</param>
/// <param name="Errors">How many.</param>
/// <param name="Warnings">How many.</param>
internal sealed record WorkflowShape(string Name, int? Version, string Title, string Description, bool IsPublished, IReadOnlyList<string> Triggers,
    IReadOnlyList<WorkflowInputShape> Inputs, string File, string? Hash, bool IsWalkable, int Errors, int Warnings)
{
    /// <summary>Every file that is found, the first folder's first.</summary>
    /// <exception cref="Commands.RefusalException">The folder that was named is not there.</exception>
    public static IReadOnlyList<WorkflowShape> All(WorkflowShelf shelf) => [.. shelf.Files().Select(file => Of(file.File, file.Problems))];

    /// <summary>The file as answers show it.</summary>
    public static WorkflowShape Of(DefinitionFile file, IReadOnlyList<DefinitionProblem> problems)
    {
        int errors = problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        int warnings = problems.Count - errors;
        return file.Reading.Definition is { } definition
            ? new WorkflowShape(definition.DefinitionId, definition.Version, definition.Name, definition.Description, definition.IsPublished,
                [.. definition.Activities.Where(activity => activity.IsTrigger).Select(activity => activity.Id)],
                [.. definition.Inputs.Select(input => new WorkflowInputShape(input.Name, input.TypeName, input.Description))],
                file.File, definition.ContentHash, IsWalkable: true, errors, warnings)
            : new WorkflowShape(Path.GetFileNameWithoutExtension(file.File), null, "", "", false, [], [], file.File, null, IsWalkable: false, errors, warnings);
    }
}

/// <summary>An input that a workflow declares.</summary>
internal sealed record WorkflowInputShape(string Name, string Type, string Description);

using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Drawings;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>A definition while somebody works on it: it may hold errors, and can be drawn all the same. Immutable.</summary>
public sealed class DefinitionDraft
{
    private readonly ActivityTypes _types;
    private readonly Lazy<DefinitionReading> _reading;
    private readonly Lazy<DrawnWorkflow> _drawing;

    /// <param name="text">The document.</param>
    /// <param name="file">The file as messages name it.</param>
    /// <param name="types">The activity types that it may use.</param>
    /// <exception cref="EditException">It can't even be drawn: it is no JSON, or has no root activity.</exception>
    public DefinitionDraft(string text, string file, ActivityTypes types)
    {
        (Text, File, _types) = (text, file, types);
        _reading = new Lazy<DefinitionReading>(() => DefinitionReader.Read(text, file, types));
        Sketch = DefinitionSketch.Of(text, types) ?? throw new EditException($"{file}: {Why()}; expected a definition with a root activity, which can be drawn. Mend the file with a text editor first.");
        _drawing = new Lazy<DrawnWorkflow>(() => DrawnWorkflow.Of(Sketch));
    }

    /// <summary>The document.</summary>
    public string Text { get; }

    /// <summary>The file as messages name it.</summary>
    public string File { get; }

    /// <summary>Everything that is wrong with it, as a check of the file would tell.</summary>
    public IReadOnlyList<DefinitionProblem> Problems => _reading.Value.Problems;

    /// <summary>True when it can be walked.</summary>
    public bool IsWalkable => _reading.Value.IsWalkable;

    /// <summary>The definition as far as it can be read, with activities of unknown types; only to be looked at.</summary>
    public WorkflowDefinition Sketch { get; }

    /// <summary>The sketch, laid out.</summary>
    public DrawnWorkflow Drawing => _drawing.Value;

    /// <summary>The draft after an edit.</summary>
    /// <exception cref="EditException">It can't be made.</exception>
    public DefinitionDraft With(DefinitionEdit edit) => Then(edit.Write(this));

    /// <summary>The lines of the document that an activity stands in, from 1; null when there is no such activity.</summary>
    public (int First, int Last)? LinesOf(string activityId)
    {
        if (Sketch.Find(activityId) is not { } activity) return null;
        byte[] text = System.Text.Encoding.UTF8.GetBytes(Text);
        JsonSpan span = JsonSpan.Read(text).At(activity.Path)!;
        return (1 + text.AsSpan(0, span.Start).Count((byte)'\n'), 1 + text.AsSpan(0, span.End).Count((byte)'\n'));
    }

    /// <summary>The activity that a problem concerns: the innermost at its path; null when it is about the document.</summary>
    public string? ConcernedBy(DefinitionProblem problem) => Sketch.Activities
        .Where(activity => problem.Path == activity.Path || problem.Path.StartsWith(activity.Path + ".", StringComparison.Ordinal) || problem.Path.StartsWith(activity.Path + "[", StringComparison.Ordinal))
        .MaxBy(activity => activity.Path.Length)?.Id;

    /// <summary>The activity of that id.</summary>
    /// <exception cref="EditException">There is none.</exception>
    internal ActivityDefinition Activity(string id) => Sketch.Find(id)
        ?? throw new EditException($"{File}: there is no activity '{id}'; expected one of {string.Join(", ", Sketch.Activities.Select(activity => activity.Id))}. Choose one of them.");

    /// <summary>What a type declares; null for a type that is unknown.</summary>
    internal ActivityDescriptor? Declared(string type) => _types.Find(type);

    internal DefinitionDraft Then(string text) => text == Text ? this : new DefinitionDraft(text, File, _types);

    internal TextPatch Patch() => new(Text);

    private string Why()
    {
        DefinitionProblem? problem = Problems.FirstOrDefault(problem => problem.Severity == ProblemSeverity.Error);
        return problem is null ? "it has nothing to draw" : problem.Message.Split(';')[0];
    }
}

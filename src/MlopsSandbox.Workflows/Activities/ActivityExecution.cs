using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>One execution of one activity, as the activity sees it.</summary>
internal sealed class ActivityExecution(Walk walk, ActivityDefinition activity, ScheduledActivity due)
{
    public ActivityDefinition Activity => activity;

    public string Id => due.ExecutionId;

    public ScheduledActivity Due => due;

    public Walk Walk => walk;

    public Step Run() => activity.Behaviour is { } behaviour ? behaviour.Execute(this) : StartOutside();

    /// <summary>The input's value in its declared type; its declared default when it is not set; JSON null without one.</summary>
    public JsonElement Input(string name)
    {
        var declared = activity.Descriptor.Inputs.First(input => input.Name == name);
        var value = activity.Inputs.TryGetValue(name, out var set) ? Evaluate(name, set.Expression, declared.TypeName) : Json.Null;
        return value.IsNothing() && declared.Default is { } otherwise ? Json.Parse(otherwise) : value;
    }

    /// <summary>The input as a text, or null.</summary>
    public string? Text(string name) => Input(name) is var value && value.IsNothing() ? null : TypedValue.AsText(value);

    /// <summary>The input as true or false.</summary>
    public bool Flag(string name) => Input(name).ValueKind == JsonValueKind.True;

    /// <summary>The input as one of the texts that the descriptor allows, compared without case.</summary>
    /// <exception cref="FaultException">It is none of them.</exception>
    public string Choice(string name)
    {
        var allowed = activity.Descriptor.Inputs.First(input => input.Name == name).Allowed!;
        var value = Text(name) ?? "";
        return allowed.FirstOrDefault(choice => string.Equals(choice, value, StringComparison.OrdinalIgnoreCase))
            ?? throw new FaultException($"{name} is '{value}'; expected one of {string.Join(", ", allowed)}.");
    }

    /// <summary>The expression's value in the type as Elsa turns it, with the input's name in what is thrown.</summary>
    public JsonElement Evaluate(string name, WorkflowExpression expression, string typeName) => Evaluate(name, expression, value => ElsaValue.Convert(value, typeName));

    private JsonElement Evaluate(string name, WorkflowExpression expression, Func<JsonElement, JsonElement> convert)
    {
        try
        {
            return convert(ExpressionEvaluation.Evaluate(expression, walk.ScopeFor(activity)));
        }
        catch (ExpressionException e)
        {
            throw new ExpressionException($"{name}: {e.Message}", e);
        }
    }

    // What works outside is given no default in place of a value that can't be read: better a fault that names it.
    private Step StartOutside()
    {
        var inputs = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var declared in activity.Descriptor.Inputs.Where(declared => activity.Inputs.ContainsKey(declared.Name)))
        {
            var value = Evaluate(declared.Name, activity.Inputs[declared.Name].Expression, found => TypedValue.Convert(found, declared.TypeName));
            if (!value.IsNothing()) inputs.Add(declared.Name, value);
        }
        if (walk.State.Fault is not null) return new Opened();    // the instance is faulting: work that nobody would use is not begun
        walk.Emit(new RunActivity(due.ExecutionId, activity.Id, activity.Type, due.Visit, inputs));
        return new Waits();
    }
}

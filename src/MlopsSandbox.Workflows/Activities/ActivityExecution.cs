using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Expressions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>One execution of one activity, as the activity sees it.</summary>
internal sealed class ActivityExecution(Walk walk, ActivityDefinition activity, ScheduledActivity due)
{
    /// <summary>A container that runs on.</summary>
    public ActivityExecution(Walk walk, ActivityDefinition activity, FlowScope scope)
        : this(walk, activity, new ScheduledActivity(scope.NodeId, scope.ExecutionId, 0, scope.Owner, scope.IsBackward))
    {
    }

    public ActivityDefinition Activity => activity;

    public string Id => due.ExecutionId;

    public ScheduledActivity Due => due;

    public Walk Walk => walk;

    /// <summary>True when this activity has started the instance, and nothing was told from outside since.</summary>
    public bool IsTrigger => walk.State.Trigger?.ActivityId == activity.Id;

    public Step Run() => activity.Behaviour is { } behaviour ? behaviour.Execute(this) : StartOutside();

    /// <summary>The input's value in its declared type; its declared default when it is not set; JSON null without one.</summary>
    public JsonElement Input(string name)
    {
        var declared = activity.Descriptor.Inputs.First(input => input.Name == name);
        var value = activity.Inputs.TryGetValue(name, out var set) ? Evaluate(name, set.Expression, declared.TypeName) : Json.Null;
        return value.IsNothing() && declared.Default is { } otherwise ? Json.Parse(otherwise) : value;
    }

    /// <summary>True when the definition sets the input.</summary>
    public bool IsSet(string name) => activity.Inputs.ContainsKey(name);

    /// <summary>The input in its declared type, or its declared default when it is not set; what is set to nothing is 0 or false.</summary>
    public JsonElement InputOrZero(string name)
    {
        var declared = activity.Descriptor.Inputs.First(input => input.Name == name);
        var value = IsSet(name) ? Evaluate(name, activity.Inputs[name].Expression, declared.TypeName) : Json.Parse(declared.Default!);
        return !value.IsNothing() ? value : declared.TypeName == "Boolean" ? Json.False : Json.Number(0);
    }

    /// <summary>Gives an output: to the variable that the definition names for it, and to scripts that ask for it.</summary>
    public void Output(string name, JsonElement value) => walk.Output(activity, due.ExecutionId, due.Owner, name, value);

    /// <summary>The input as a text, or null.</summary>
    public string? Text(string name) => Input(name) is var value && value.IsNothing() ? null : TypedValue.AsText(value);

    /// <summary>The input as a name that must not be empty.</summary>
    /// <exception cref="FaultException">It is.</exception>
    public string Named(string name, string example) => Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text
        : throw new FaultException($"{name} is empty; expected a name such as '{example}'.");

    /// <summary>The input as true or false.</summary>
    public bool Flag(string name) => Input(name).ValueKind == JsonValueKind.True;

    /// <summary>The input as a time span; zero when it is nothing or can't be read, as on Elsa.</summary>
    public TimeSpan Duration(string name) => TimeSpan.TryParse(Written(name), CultureInfo.InvariantCulture, out var duration) ? duration : TimeSpan.Zero;

    /// <summary>The input as a time, UTC when it names no zone; the earliest time there is when it is nothing or can't be read, as on Elsa.</summary>
    public DateTimeOffset Time(string name) =>
        DateTimeOffset.TryParse(Written(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.MinValue;

    /// <summary>The input as one of the texts that the descriptor allows, chosen by its exact text or its number.</summary>
    /// <exception cref="FaultException">It is none of them.</exception>
    public string Choice(string name)
    {
        var declared = activity.Descriptor.Inputs.First(input => input.Name == name);
        if (!activity.Inputs.TryGetValue(name, out var set)) return Json.Parse(declared.Default!).GetString()!;
        var found = Evaluate(name, set.Expression, value => value);
        return NamedChoice.Of(found, declared.Allowed!, isScript: set.Expression.Type == ExpressionEvaluation.Script)
            ?? throw new FaultException($"{name} is '{TypedValue.AsText(found)}'; expected one of {string.Join(", ", declared.Allowed!)}.");
    }

    /// <summary>The expression's value in the type as Elsa turns it, with the input's name in what is thrown.</summary>
    public JsonElement Evaluate(string name, WorkflowExpression expression, string typeName) => Evaluate(name, expression, value => ElsaValue.Convert(value, typeName));

    private JsonElement Evaluate(string name, WorkflowExpression expression, Func<JsonElement, JsonElement> convert)
    {
        try
        {
            return convert(ExpressionEvaluation.Evaluate(expression, walk.ScopeFor(activity, due)));
        }
        catch (ExpressionException e)
        {
            throw new ExpressionException($"{name}: {e.Message}", e);
        }
    }

    /// <summary>Asks for what is to be waited for, and waits. In an instance that is faulting nobody would use it: it is not begun.</summary>
    public Step WaitFor(WorkflowCommand command)
    {
        if (walk.State.Fault is not null)
        {
            walk.Forgo(due);
            return new Halts();
        }
        walk.Emit(command);
        return new Waits();
    }

    private string? Written(string name) => Input(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    // What works outside is given no default in place of a value that can't be read: better a fault that names it.
    private Step StartOutside()
    {
        var inputs = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var declared in activity.Descriptor.Inputs.Where(declared => activity.Inputs.ContainsKey(declared.Name)))
        {
            var value = Evaluate(declared.Name, activity.Inputs[declared.Name].Expression, found => TypedValue.Convert(found, declared.TypeName));
            if (!value.IsNothing()) inputs.Add(declared.Name, value);
        }
        return WaitFor(new RunActivity(due.ExecutionId, activity.Id, activity.Type, due.Visit, inputs));
    }
}

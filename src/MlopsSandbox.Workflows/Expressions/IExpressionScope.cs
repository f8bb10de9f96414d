using System.Text.Json;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>What an expression can see and, by <c>setVariable</c>, change. The runner gives one; so does a test.</summary>
internal interface IExpressionScope
{
    /// <summary>Names of the variables in scope, innermost first, those that scripts made left out.</summary>
    IEnumerable<string> VariableNames { get; }

    /// <summary>Names of the inputs that the workflow declares or was started with.</summary>
    IEnumerable<string> InputNames { get; }

    /// <summary>The value of the variable of that name, or null when there is none.</summary>
    JsonElement? Variable(string name);

    /// <summary>The value of the variable of that id, or null when there is none.</summary>
    JsonElement? VariableById(string id);

    /// <summary>Sets the variable of that name; one that nobody declared is made, as on Elsa.</summary>
    void SetVariable(string name, JsonElement value);

    /// <summary>The input of that name, compared without case, or null when it was not given.</summary>
    JsonElement? Input(string name);

    /// <summary>What an activity beside this one gave, by its id or name; null when it gave nothing.</summary>
    /// <param name="activityIdOrName">The activity.</param>
    /// <param name="output">The output's name; null for <c>Result</c>.</param>
    /// <exception cref="ExpressionException">There is no such activity.</exception>
    JsonElement? Output(string activityIdOrName, string? output);

    /// <summary>The newest output that is called <c>Result</c>; null before the first.</summary>
    JsonElement? LastResult { get; }

    /// <summary>The outputs that scripts may ask for by name: <c>getResultFromCheck()</c>.</summary>
    IEnumerable<(string Accessor, string ActivityId, string Output)> OutputAccessors { get; }

    /// <summary>Which instance of which definition this is.</summary>
    WorkflowIdentity Workflow { get; }

    /// <summary>What ties the instance to something outside, such as an order number; null when nothing does.</summary>
    string? CorrelationId { get; set; }

    /// <summary>The name that the instance was given; null when it was given none.</summary>
    string? InstanceName { get; set; }
}

using System.Text.Json;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>What an expression can see and, by <c>setVariable</c>, change. The runner gives one; so does a test.</summary>
internal interface IExpressionScope
{
    /// <summary>Names of the variables in scope, innermost first.</summary>
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

    /// <summary>Which instance of which definition this is.</summary>
    WorkflowIdentity Workflow { get; }

    /// <summary>What ties the instance to something outside, such as an order number; null when nothing does.</summary>
    string? CorrelationId { get; set; }

    /// <summary>The name that the instance was given; null when it was given none.</summary>
    string? InstanceName { get; set; }
}

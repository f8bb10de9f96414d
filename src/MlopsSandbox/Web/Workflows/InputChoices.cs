using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Editing;

namespace MlopsSandbox.Web.Workflows;

/// <summary>What an input of an activity may be, where that is known. Pure.</summary>
internal static class InputChoices
{
    /// <summary>The choices; empty where any text may be given.</summary>
    /// <param name="definition">The workflow.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="input">Its input.</param>
    /// <param name="language">How its value is found.</param>
    public static IReadOnlyList<string> Of(WorkflowDefinition definition, ActivityDefinition activity, ActivityInput input, string language) => language switch
    {
        "Variable" => [.. SetActivityInput.VariablesAround(definition, activity).Select(variable => variable.Name).Distinct()],
        "Input" => [.. definition.Inputs.Select(declared => declared.Name)],
        "Literal" when input.Allowed is { } allowed => allowed,
        "Literal" when input.TypeName == "Boolean" => ["true", "false"],
        _ => [],
    };
}

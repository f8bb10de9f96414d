using MlopsSandbox.Hosting;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Editing;

namespace MlopsSandbox.Web.Workflows;

/// <summary>The form that starts a run, made from the inputs that a workflow declares and from those of the activities that read them. Pure.</summary>
internal static class RunFields
{
    /// <summary>The fields, in the order of the declaration.</summary>
    /// <param name="definition">The workflow.</param>
    /// <param name="scenarios">Names of the scenarios there are.</param>
    public static IReadOnlyList<RunField> Of(WorkflowDefinition definition, IReadOnlyList<string> scenarios)
    {
        HashSet<string> needed = [.. RunInputs.Missing(definition, []).Select(input => input.Name)];
        return [.. definition.Inputs.Select(input => Field(input, Readers(definition, input.Name), needed.Contains(input.Name), scenarios))];
    }

    private static RunField Field(InputDefinition input, ActivityInput[] readers, bool isRequired, IReadOnlyList<string> scenarios)
    {
        IReadOnlyList<string> choices = RunInputs.IsScenario(input) ? scenarios : input.TypeName == "Boolean" ? ["true", "false"] : readers.Select(reader => reader.Allowed).FirstOrDefault(allowed => allowed is not null) ?? [];
        string said = input.Description.Length > 0 ? input.Description : readers.Length > 0 ? readers[0].Description : "";
        string? otherwise = readers.Select(reader => reader.Default).FirstOrDefault(value => value is not null);
        string help = otherwise is null || said.Contains("default", StringComparison.OrdinalIgnoreCase) ? said : $"{said} By default {otherwise.Trim('"')}.".Trim();
        return new RunField(input.Name, input.DisplayName.Length > 0 ? input.DisplayName : input.Name, input.TypeName, help, isRequired, choices);
    }

    private static ActivityInput[] Readers(WorkflowDefinition definition, string name) =>
    [
        .. from activity in definition.Activities
           from input in activity.Descriptor.Inputs
           where activity.Inputs.TryGetValue(input.Name, out InputValue? set) && set.Expression.Type == "Input" && string.Equals(SetActivityInput.Shown(set.Expression), name, StringComparison.OrdinalIgnoreCase)
           select input,
    ];
}

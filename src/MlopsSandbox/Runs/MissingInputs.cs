using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Runs;

/// <summary>Inputs that a run can't do without, told all at once.</summary>
internal static class MissingInputs
{
    /// <summary>The refusal of a run that lacks inputs.</summary>
    /// <param name="definition">Its workflow.</param>
    /// <param name="missing">What it lacks; not empty.</param>
    /// <param name="expected">How whoever asks gives inputs, of each one's name and what stands for its value.</param>
    /// <param name="hints">Commands to paste.</param>
    public static RefusalException Refusal(WorkflowDefinition definition, IReadOnlyList<InputDefinition> missing, Func<IEnumerable<(string Name, string Value)>, string> expected, Hints hints)
    {
        string names = string.Join(", ", missing.Select(input => $"'{input.Name}'"));
        string such = expected(missing.Select(input => (input.Name, RunInputs.IsScenario(input) ? "NAME" : input.TypeName.ToUpperInvariant())));
        string see = missing.Any(RunInputs.IsScenario) ? $" See '{hints.For("scenarios")}'." : "";
        return new RefusalException(missing.Count == 1
            ? $"workflow '{definition.DefinitionId}' needs the input {names}, which is not given; expected {such}.{see}"
            : $"workflow '{definition.DefinitionId}' needs the inputs {names}, which are not given; expected {such}.{see}");
    }
}

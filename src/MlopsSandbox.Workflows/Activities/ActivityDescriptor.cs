namespace MlopsSandbox.Workflows.Activities;

/// <summary>What an activity type is, declared once: for validation, for the runner and for editors.</summary>
/// <param name="Type">Full type name, such as <c>Elsa.FlowDecision</c> or <c>MlopsSandbox.Train</c>.</param>
/// <param name="Category">Where an editor's palette shows it, such as <c>Flow</c> or <c>Lifecycle</c>.</param>
/// <param name="Description">One sentence for people: what the activity is for.</param>
/// <param name="Inputs">Declared inputs in the order in which an editor shows them.</param>
/// <param name="Outcomes">Ports it can leave by; null when its own inputs name them (<c>Elsa.FlowFork</c>, <c>Elsa.FlowSwitch</c>).</param>
/// <param name="Outputs">Declared outputs, each of which a <c>memoryReference</c> may write to a variable.</param>
public sealed record ActivityDescriptor(
    string Type,
    string Category,
    string Description,
    IReadOnlyList<ActivityInput> Inputs,
    IReadOnlyList<string>? Outcomes,
    IReadOnlyList<ActivityOutput> Outputs);

/// <summary>An input that an activity type declares.</summary>
/// <param name="Name">camelCase property name in the definition, such as <c>trainer</c>.</param>
/// <param name="TypeName">Elsa's short type name: <c>String</c>, <c>Int32</c>, <c>Double</c>, <c>Boolean</c>, <c>String[]</c>, <c>Object</c>.</param>
/// <param name="Description">One sentence: what it is, unit and range.</param>
/// <param name="Default">The value used when the input is not set, as JSON text; null when there is none.</param>
/// <param name="IsRequired">True when a definition that leaves it out is refused.</param>
/// <param name="Allowed">The only texts accepted as a literal; null when any value of the type is.</param>
public sealed record ActivityInput(
    string Name,
    string TypeName,
    string Description,
    string? Default = null,
    bool IsRequired = false,
    IReadOnlyList<string>? Allowed = null);

/// <summary>An output that an activity type declares.</summary>
/// <param name="Name">camelCase property name in the definition, such as <c>result</c>.</param>
/// <param name="TypeName">Elsa's short type name.</param>
/// <param name="Description">One sentence: what it holds.</param>
public sealed record ActivityOutput(string Name, string TypeName, string Description);

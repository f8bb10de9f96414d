using System.Globalization;
using System.Text;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Drawings;

/// <summary>A definition as a Mermaid flowchart, which GitHub and many editors draw. Whatever a definition calls its activities, it stays text.</summary>
public static class MermaidText
{
    /// <summary>The drawing; ends with a line break.</summary>
    public static string Of(WorkflowDefinition definition)
    {
        var names = definition.Activities.Index().ToDictionary(one => one.Item, one => string.Create(CultureInfo.InvariantCulture, $"a{one.Index}"));
        var text = new StringBuilder("flowchart LR\n");
        Draw(text, definition.Root, names, "    ");
        return text.ToString();
    }

    private static void Draw(StringBuilder text, ActivityDefinition activity, Dictionary<ActivityDefinition, string> names, string indent)
    {
        if (activity.Activities.Count == 0)
        {
            text.Append(indent).Append(names[activity]).Append(Shaped(activity, Written(activity))).Append('\n');
            return;
        }
        text.Append(CultureInfo.InvariantCulture, $"{indent}subgraph {names[activity]}[\"{Written(activity)}\"]\n");
        if (activity.Behaviour is Sequence) text.Append(CultureInfo.InvariantCulture, $"{indent}    direction TB\n");
        foreach (var inside in activity.Activities) Draw(text, inside, names, indent + "    ");
        foreach (var (from, to, label) in ArrowsOf.Container(activity))
            text.Append(CultureInfo.InvariantCulture, $"{indent}    {names[from]} -->{(label.Length == 0 ? "" : $"|\"{Escaped(label)}\"|")} {names[to]}\n");
        text.Append(indent).Append("end\n");
    }

    private static string Shaped(ActivityDefinition activity, string text) => activity.Behaviour switch
    {
        _ when activity.IsTrigger => $"([\"{text}\"])",
        FlowDecision or FlowSwitch => $"{{\"{text}\"}}",
        Start or End or Finish => $"((\"{text}\"))",
        _ => $"[\"{text}\"]",
    };

    private static string Written(ActivityDefinition activity) =>
        $"{(activity.IsTrigger ? "⚡ " : "")}{Escaped(ActivityTitle.Of(activity))}<br/><small>{Escaped(ActivityTitle.Subtitle(activity))}</small>";

    // Mermaid reads #…; as a character, by name or number.
    private static string Escaped(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or ',' or '-' or '_' or '·' or '…' ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"#{rune.Value};")));
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace MlopsSandbox.Workflows.Tests.Oracle;

/// <summary>The few expressions that are drawn: <c>true</c>, <c>false</c>, <c>getX() &lt; 3</c>, <c>getX() + 1</c> and lists of numbers.</summary>
internal sealed partial class NaiveWalk
{
    private bool Holds(Execution it, JsonNode? input) => HoldsExpression(it, input!["expression"]!);

    private bool HoldsExpression(Execution it, JsonNode expression)
    {
        var text = expression["value"]!.ToString();
        if (!text.Contains('<', StringComparison.Ordinal)) return text == "true";
        var name = text[3..text.IndexOf('(', StringComparison.Ordinal)];
        return KeeperOf(it, name)[name] < int.Parse(text.Split('<')[1], CultureInfo.InvariantCulture);
    }

    private void Set(Execution it)
    {
        var name = ((string)it.Activity["variable"]!["id"]!)[2..];
        KeeperOf(it, name)[name]++;
    }

    // The nearest container that declares the variable, or the workflow.
    private Dictionary<string, int> KeeperOf(Execution? it, string name)
    {
        while (it is not null && !it.Variables.ContainsKey(name)) it = it.Owner;
        return it?.Variables ?? Variables;
    }

    private static void Declare(JsonNode activity, Dictionary<string, int> variables)
    {
        foreach (var variable in activity["variables"]?.AsArray() ?? []) variables[(string)variable!["name"]!] = (int)variable["value"]!;
    }

    private JsonNode[] Matches(Execution it)
    {
        var matches = it.Activity["cases"]!.AsArray().OfType<JsonNode>().Where(one => HoldsExpression(it, one["condition"]!)).ToArray();
        return (string)it.Activity["mode"]!["expression"]!["value"]! == "MatchAny" ? matches : [.. matches.Take(1)];
    }

    private static string[] Branches(JsonNode fork) => [.. JsonNode.Parse((string)fork["branches"]!["expression"]!["value"]!)!.AsArray().Select(branch => (string)branch!)];

    private static JsonArray Items(JsonNode loop) => JsonNode.Parse((string)loop["items"]!["expression"]!["value"]!)!.AsArray();
}

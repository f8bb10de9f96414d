using System.Globalization;
using System.Text.Json.Nodes;

namespace MlopsSandbox.Workflows.Tests.Oracle;

/// <summary>The few expressions that are drawn: <c>true</c>, <c>false</c>, <c>getX() &lt; 3</c>, <c>getX() + 1</c> and lists of numbers.</summary>
internal sealed partial class NaiveWalk
{
    private bool Holds(JsonNode? input) => HoldsExpression(input!["expression"]!);

    private bool HoldsExpression(JsonNode expression)
    {
        var text = expression["value"]!.ToString();
        if (!text.Contains('<', StringComparison.Ordinal)) return text == "true";
        return Variables[text[3..text.IndexOf('(', StringComparison.Ordinal)]] < int.Parse(text.Split('<')[1], CultureInfo.InvariantCulture);
    }

    private void Set(JsonNode activity) => Variables[((string)activity["variable"]!["id"]!)[2..]]++;

    private JsonNode[] Matches(JsonNode choice)
    {
        var matches = choice["cases"]!.AsArray().OfType<JsonNode>().Where(one => HoldsExpression(one["condition"]!)).ToArray();
        return (string)choice["mode"]!["expression"]!["value"]! == "MatchAny" ? matches : [.. matches.Take(1)];
    }

    private static string[] Branches(JsonNode fork) => [.. JsonNode.Parse((string)fork["branches"]!["expression"]!["value"]!)!.AsArray().Select(branch => (string)branch!)];

    private static JsonArray Items(JsonNode loop) => JsonNode.Parse((string)loop["items"]!["expression"]!["value"]!)!.AsArray();
}

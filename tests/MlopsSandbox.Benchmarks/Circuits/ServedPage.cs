using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MlopsSandbox.Benchmarks.Circuits;

/// <summary>A page as the server first sends it, with what a browser needs to bring it to life.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Components">The markers of its root components, in their order.</param>
/// <param name="State">What prerendering hands on to the circuit; empty for nothing.</param>
/// <param name="Cookies">What the server wants to see again.</param>
internal sealed partial record ServedPage(Uri Address, IReadOnlyList<JsonNode> Components, string State, CookieContainer Cookies)
{
    /// <summary>Gets a page.</summary>
    /// <exception cref="CircuitException">It is not there, or nothing in it lives.</exception>
    public static async Task<ServedPage> Get(Uri address)
    {
        CookieContainer cookies = new();
        using HttpClientHandler handler = new() { CookieContainer = cookies };
        using HttpClient http = new(handler);
        using HttpResponseMessage answer = await http.GetAsync(address);
        string html = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new CircuitException($"{address}: the answer is {(int)answer.StatusCode}; expected a page.");
        JsonNode[] components = [.. Markers(html).OrderBy(marker => (int)marker["sequence"]!)];
        return components.Length > 0
            ? new ServedPage(address, components, StateComment().Match(html).Groups["state"].Value, cookies)
            : throw new CircuitException($"{address}: found no marker of a server component; expected a page with a circuit.");
    }

    /// <summary>The message that adds its root components to a circuit.</summary>
    public string Additions() => new JsonObject
    {
        ["batchId"] = 1,
        ["operations"] = new JsonArray([.. Components.Select((marker, i) => new JsonObject { ["type"] = "add", ["ssrComponentId"] = i + 1, ["marker"] = marker.DeepClone() })]),
    }.ToJsonString();

    // The marker at a component's end has no type.
    private static IEnumerable<JsonNode> Markers(string html) => MarkerComment().Matches(html)
        .Select(comment => JsonNode.Parse(comment.Groups["marker"].Value)!)
        .Where(marker => (string?)marker["type"] == "server");

    [GeneratedRegex(@"<!--Blazor:(?<marker>\{.*?\})-->", RegexOptions.Singleline)]
    private static partial Regex MarkerComment();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[^-]+)-->")]
    private static partial Regex StateComment();
}

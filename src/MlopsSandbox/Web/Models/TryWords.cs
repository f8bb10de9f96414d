using System.Text.Json;
using MlopsSandbox.Door;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Predictions;

namespace MlopsSandbox.Web.Models;

/// <summary>How to ask the same outside the page.</summary>
internal static class TryWords
{
    /// <summary>The words after <c>mlops</c>.</summary>
    public static IReadOnlyList<string> Command(string endpoint, IReadOnlyDictionary<string, string> row) =>
        ["predict", "--model", endpoint, .. row.SelectMany(field => new[] { "--set", $"{field.Key}={field.Value}" })];

    /// <summary>The request to the API as a line for a shell.</summary>
    /// <param name="server">Where the API is served, with a slash at its end.</param>
    /// <param name="endpoint">Who is asked.</param>
    /// <param name="row">What is asked.</param>
    /// <param name="features">What the model takes.</param>
    /// <param name="needsKey">True where the server asks for its key.</param>
    public static string Curl(string server, string endpoint, IReadOnlyDictionary<string, string> row, IReadOnlyList<Feature> features, bool needsKey = false)
    {
        string json = JsonSerializer.Serialize(RequestRows.FromTexts(row, features));
        return $"curl -X POST {server}api/endpoints/{Uri.EscapeDataString(endpoint)}/predict {(needsKey ? $"{DoorKey.CurlOption} " : "")}-H 'Content-Type: application/json' -d '{json.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}

using System.Text.Json.Nodes;
using CsCheck;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Tests.Definitions;

public sealed class RoundTripTests
{
    private static readonly string[] Numbers = ["0", "-0", "1.50", "1e3", "12345678901234567890123", "0.1000000000000000055511151231257827", "-7E-2"];

    private static readonly Gen<JsonNode?> Null = Gen.Bool.Select(_ => default(JsonNode));

    private static readonly Gen<string> Name = Gen.String[Gen.Char.AlphaNumeric, 1, 6].Select(name => $"x-{name}");

    private static readonly Gen<string> Number = Gen.Int[0, Numbers.Length - 1].Select(index => Numbers[index]);

    private static readonly Gen<JsonNode?> Unknown = Gen.Recursive<JsonNode?>((depth, inner) => depth > 3
        ? Null
        : Gen.OneOf(
            Number.Select(number => JsonNode.Parse(number)),
            Gen.String.Select(text => (JsonNode?)JsonValue.Create(Clean(text))),
            Gen.Bool.Select(flag => (JsonNode?)JsonValue.Create(flag)),
            Null,
            inner.List[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
            Gen.Select(Name, inner).List[0, 3].Select(Object)));

    private static readonly Gen<(string Definition, string Activity, string Connection)> Parts =
        Gen.Select(Unknown.Select(Text), Unknown.Select(Text), Unknown.Select(Text));

    [Fact]
    public void ToJson_UnknownPartsAnywhere_GivesTheSameJson() => Parts.Sample(parts =>
    {
        var text = $$"""
            { "acme": {{parts.Definition}}, "definitionId": "x", "outputs": [{{parts.Definition}}], "options": {{parts.Activity}},
              "root": { "id": "f", "type": "Elsa.Flowchart", "acme": {{parts.Activity}}, "customProperties": {{parts.Connection}},
                "activities": [{ "id": "a", "type": "Elsa.Start", "acme": {{parts.Activity}} }, { "type": "Elsa.End", "id": "b", "metadata": {{parts.Definition}} }],
                "connections": [{ "source": { "activity": "a", "port": "Done", "acme": {{parts.Connection}} }, "target": { "activity": "b", "port": "In" }, "vertices": {{parts.Connection}} }] } }
            """;

        var definition = DefinitionReader.Read(text, "drawn.json", Stages.Types).Definition!;

        var written = definition.ToJson();
        Assert.Equal(JsonNode.Parse(text)!.ToJsonString(), JsonNode.Parse(written)!.ToJsonString());    // order of properties and digits of numbers too
        Assert.Equal(definition.ContentHash, DefinitionReader.Read(written, "drawn.json", Stages.Types).Definition!.ContentHash);
    });

    private static JsonNode? Object(List<(string Name, JsonNode? Value)> properties)
    {
        var json = new JsonObject();
        foreach (var (name, value) in properties) json[name] = value?.DeepClone();
        return json;
    }

    // No halves of characters, which no JSON text has.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes());

    private static string Text(JsonNode? json) => json?.ToJsonString() ?? "null";
}

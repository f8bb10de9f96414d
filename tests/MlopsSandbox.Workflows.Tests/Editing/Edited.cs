using MlopsSandbox.Workflows.Editing;

namespace MlopsSandbox.Workflows.Tests.Editing;

/// <summary>A small definition as people write it, with parts that nobody here knows, in whatever layout.</summary>
internal static class Edited
{
    /// <summary>What must stand in the text byte for byte whatever is edited.</summary>
    public static readonly string[] Unknown = ["\"tool\" : { \"of\":[1,2 ,3],  \"another\": \"\\u00fc\" }", "\"x-owner\":   \"data science\"", "\"note\": [ ]", "\"x-colour\" : \"#0b5cad\""];

    public const string Text = """
        {
          "definitionId": "edited",
          "id": "edited-v3", "version": 3,
          "tool" : { "of":[1,2 ,3],  "another": "\u00fc" },
          "inputs": [{ "name": "scenario", "type": "String" }],
          "variables": [{"id":"v-kept","name":"kept","typeName":"Int32","value":1}],
          "isPublished": true,
          "root": {
            "id": "f",
            "type": "Elsa.Flowchart",
            "x-owner":   "data science",
            "activities": [
              {
                "id": "a",
                "type": "MlopsSandbox.Ingest",
                "note": [ ],
                "scenario": { "typeName": "String", "expression": { "type": "Input", "value": { "name": "scenario" } } }
              },
              { "id": "b", "type": "MlopsSandbox.Prep", "metadata": {"x-colour" : "#0b5cad"} },
              { "id": "c", "type": "MlopsSandbox.Tune",
                "trials": { "typeName": "Int32", "expression": { "type": "Literal", "value": 20 }, "memoryReference": null } }
            ],
            "connections": [
              { "source": { "activity": "a", "port": "Done" }, "target": { "activity": "b", "port": "In" } },
              { "source": "b", "target": "c" }
            ]
          }
        }
        """;

    public static DefinitionDraft Draft(string text = Text) => new(text, "edited.json", Stages.Types);
}

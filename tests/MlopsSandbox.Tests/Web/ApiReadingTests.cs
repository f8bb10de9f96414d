using System.Text.Json;
using MlopsSandbox.Web.ApiReference;

namespace MlopsSandbox.Tests.Web;

public sealed class ApiReadingTests
{
    private const string Document = """
        {"paths": {"/api/runs/{id}/notes": {"post": {"operationId": "addNote", "summary": "Adds a note.",
            "parameters": [{"name": "dry", "in": "query", "schema": {"type": ["null", "string"]}}, {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
            "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}},
            "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Note"}}}}}, "404": {"description": "Not Found"}}}},
          "/api/changes": {"get": {"responses": {"200": {"description": "OK", "content": {"text/event-stream": {"schema": {"type": "string"}}}}}}}},
         "components": {"schemas": {"Note": {"type": "object", "required": ["text", "by"], "properties": {
            "text": {"type": "string", "description": "what is said."}, "by": {"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/Person"}]}, "at": {"type": "string", "format": "date-time"}, "score": {"anyOf": [{"type": "number"}, {"enum": ["NaN"]}]}, "kind": {"$ref": "#/components/schemas/Kind"}}},
            "Kind": {"enum": ["plain", "loud"]}, "Person": {"type": "object", "properties": {"name": {"type": "string"}}}}}}
        """;

    private static ApiOperation Operation(int position) => ApiReading.Of(JsonElement.Parse(Document))[position];

    [Fact]
    public void Of_AnOperation_ParametersOfThePathFirstAndFieldsWithThoseWithin()
    {
        ApiOperation note = Operation(0);
        Assert.Equal(("addNote", "POST", "runs", true, false), (note.Id, note.Method, note.Group, note.NeedsBody, note.IsStream));
        Assert.Equal([new ApiParameter("id", true, "text", true, null), new ApiParameter("dry", false, "text or null", false, null)], note.Parameters);
        Assert.Equal(
            [new ApiField("text", "text", true, "what is said.", 0), new ApiField("by", "Person or null", true, null, 0), new ApiField("name", "text", false, null, 1), new ApiField("at", "time (ISO 8601)", false, null, 0),
                new ApiField("score", "number", false, null, 0), new ApiField("kind", "one of plain, loud", false, null, 0)],
            note.Body);
        Assert.Equal(["200 array of Note 6", "404  0"], note.Answers.Select(answer => $"{answer.Status} {answer.Type} {answer.Fields.Count}"));
    }

    [Fact]
    public void Curl_OfAnOperation_CanBePasted()
    {
        Assert.Equal("curl -H 'Content-Type: application/json' -d '{\"text\":\"TEXT\",\"by\":{\"name\":\"NAME\"}}' 'http://here/api/runs/a%2Fb/notes?dry=1'",
            Operation(0).Curl("http://here", new Dictionary<string, string> { ["id"] = "a/b", ["dry"] = "1" }));
        Assert.Equal("curl -N 'http://here/api/changes'", Operation(1).Curl("http://here", new Dictionary<string, string>()));
        Assert.True(Operation(1).IsStream);
    }

    [Fact]
    public void Curl_WhereAKeyIsAskedFor_HasTheShellTellIt() =>
        Assert.Equal("curl -N -H \"Authorization: Bearer $MLOPS_KEY\" 'http://here/api/changes'", Operation(1).Curl("http://here", new Dictionary<string, string>(), needsKey: true));
}

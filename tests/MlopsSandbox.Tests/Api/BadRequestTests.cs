namespace MlopsSandbox.Tests.Api;

/// <summary>Requests that nothing can be done with; all of them ask one server.</summary>
[Collection("sandbox")]
public sealed class BadRequestTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task Start_BodyThatCannotBeUsed_NamesEveryFieldThatIsWrong()
    {
        Answer refused = await served.PostAsync("/api/runs", """{"seed": "x", "tagz": ["a"], "noCache": 1}""");

        Assert.Equal(400, refused.Status);
        Assert.Equal(
            """
            the request's body: there is no field 'tagz'; expected the fields workflow, inputs, seed, at, noCache, tags. Did you mean 'tags'?
            the request's body: workflow is missing; expected a text: the name of a workflow that GET /api/workflows lists, or the path of a definition on the machine that serves.
            the request's body: seed is "x"; expected a whole number: all chance comes from it; from 0, by default 42.
            the request's body: noCache is 1; expected true or false: true has every stage work, also where an earlier run made the same from the same.
            """.ReplaceLineEndings("\n"), refused.Detail);
    }

    [Theory]
    [InlineData("", "the request's body: workflow is missing;")]
    [InlineData("{", "the request's body:1:2: this is not JSON")]
    [InlineData("[]", "the request's body is []; expected an object with the fields workflow, ")]
    [InlineData("{\"workflow\": \"monitor\", \"seed\": -1}", "the request's body: seed is '-1'; expected a whole number from 0 to 2147483647, such as 42.")]
    [InlineData("{\"workflow\": \"monitor\", \"tags\": [\"two words\"]}", "the request's body: tags is 'two words'; expected a word of at most 60 letters,")]
    public async Task Start_Body_IsRefusedInWords(string body, string detail)
    {
        Answer refused = await served.PostAsync("/api/runs", body);

        Assert.Equal(400, refused.Status);
        Assert.StartsWith(detail, refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cancel", null)]
    [InlineData("pause", null)]
    [InlineData("resume", null)]
    [InlineData("retry", null)]
    [InlineData("rerun", null)]
    [InlineData("approve", """{"reason": "fine", "by": "anna"}""")]
    [InlineData("reject", """{"reason": "fine", "by": "anna"}""")]
    [InlineData("tags", """{"tags": ["baseline"]}""")]
    [InlineData("notes", """{"text": "fine", "by": "anna"}""")]
    [InlineData("tasks/label/complete", null)]
    public async Task Post_UnknownRun_IsAProblem404(string what, string? body)
    {
        Answer refused = await served.PostAsync($"/api/runs/release-0002/{what}", body);

        CliResult told = await served.CallAsync("show", "release-0002");
        Assert.Equal((404, told.Error.Replace("mlops: error: ", "", StringComparison.Ordinal).TrimEnd()), (refused.Status, refused.Detail));
    }
}

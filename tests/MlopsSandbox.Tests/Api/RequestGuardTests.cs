using System.Net;
using System.Text;

namespace MlopsSandbox.Tests.Api;

/// <summary>Pages of other sites, which reach this server through a browser on this machine.</summary>
[Collection("sandbox")]
public sealed class RequestGuardTests(Served served) : IClassFixture<Served>
{
    private const string Decision = """{"event": "nobody-waits-for-it"}""";

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/hangfire")]
    [InlineData("/api/runs")]
    [InlineData("/api/openapi.json")]
    [InlineData("/nothing")]
    public async Task Get_NameThatIsNotOurs_IsRefusedEverywhere(string path)
    {
        Answer refused = await AskAsync(HttpMethod.Get, path, request => request.Headers.Host = "rebound.example:5080");

        Assert.Equal(400, refused.Status);
        Assert.Equal("Host is 'rebound.example:5080'; expected a name of the loopback such as localhost or 127.0.0.1, or one that this server was started with. "
            + "Name it by 'serve --urls http://NAME:PORT'.", refused.Detail);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:5080")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]:5080")]
    public async Task Get_NameOfTheLoopback_IsAnswered(string host) =>
        Assert.Equal(200, (await AskAsync(HttpMethod.Get, "/health", request => request.Headers.Host = host)).Status);

    [Theory]
    [InlineData("localhost.rebound.example")]
    [InlineData("127.0.0.1.rebound.example")]
    [InlineData("192.0.2.1")]
    public async Task Get_NameLikeTheLoopbacks_IsRefused(string host) =>
        Assert.Equal(400, (await AskAsync(HttpMethod.Get, "/health", request => request.Headers.Host = host)).Status);

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Post_FromAnotherSitesPage_IsRefused(string header, string value)
    {
        Answer refused = await AskAsync(HttpMethod.Post, "/api/events", request => request.Headers.Add(header, value), Json(Decision));

        Assert.Equal(403, refused.Status);
        Assert.StartsWith($"{header} is '{value}'; expected none, or ", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_FromAnotherSitesPage_IsRefused() =>
        Assert.Equal(403, (await AskAsync(HttpMethod.Delete, "/api/runs/x-0001/tags/a", request => request.Headers.Add("Origin", "https://elsewhere.example"))).Status);

    [Fact]
    public async Task Post_ToTheDashboardFromAnotherSitesPage_IsRefused() => Assert.Equal(403,
        (await AskAsync(HttpMethod.Post, "/hangfire/jobs/enqueued/delete", request => request.Headers.Add("Origin", "https://elsewhere.example"), Form())).Status);

    [Fact]
    public async Task Post_FromAPageOfThisServer_IsAnswered() => Assert.Equal(200, (await AskAsync(HttpMethod.Post, "/api/events", request =>
    {
        request.Headers.Add("Origin", served.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
    }, Json(Decision))).Status);

    [Fact]
    public async Task Post_Form_IsRefused()
    {
        Answer refused = await AskAsync(HttpMethod.Post, "/api/events", _ => { }, Form());

        Assert.Equal(((int)HttpStatusCode.UnsupportedMediaType, "Content-Type is 'application/x-www-form-urlencoded'; expected application/json. Send it with -H 'Content-Type: application/json'."), (refused.Status, refused.Detail));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json-patch+json")]
    public async Task Post_JsonAsAnotherType_IsRefused(string type)
    {
        Answer refused = await AskAsync(HttpMethod.Post, "/api/events", _ => { }, new StringContent(Decision, Encoding.UTF8, type));

        Assert.Equal(415, refused.Status);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static FormUrlEncodedContent Form() => new(new Dictionary<string, string> { ["event"] = "x" });

    private async Task<Answer> AskAsync(HttpMethod method, string path, Action<HttpRequestMessage> change, HttpContent? body = null)
    {
        using HttpRequestMessage request = new(method, path) { Content = body };
        change(request);
        return await Answer.OfAsync(await served.Client.SendAsync(request));
    }
}

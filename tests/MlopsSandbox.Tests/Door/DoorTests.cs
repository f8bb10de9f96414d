using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using MlopsSandbox.Door;

namespace MlopsSandbox.Tests.Door;

/// <summary>A server that asks for a key, over HTTP.</summary>
[Collection("sandbox")]
public sealed partial class DoorTests : IAsyncLifetime, IDisposable
{
    private const string Key = "correct horse battery";
    private readonly TempFolder _folder = new();
    private OpenServer _server = null!;

    public async Task InitializeAsync() => _server = await OpenServer.StartAsync(_folder["home"], key: Key);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/api/runs")]
    [InlineData("/api/openapi.json")]
    [InlineData("/hangfire")]
    [InlineData("/_blazor/negotiate")]
    [InlineData("/lib/echarts/echarts.common.min.js")]
    public async Task Ask_WithoutTheKey_IsRefusedEverywhere(string path)
    {
        HttpResponseMessage refused = await _server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task Health_WithoutTheKey_SaysNoMoreThanThat() =>
        Assert.Equal("""{"status":"healthy"}""", await _server.Client.GetStringAsync("/health"));

    [Fact]
    public async Task Ask_WithTheKeyAsBearer_IsAnswered()
    {
        Assert.Equal(HttpStatusCode.OK, await Bearer(Key));
        Assert.Equal(HttpStatusCode.Unauthorized, await Bearer("correct horse batterie"));
    }

    [Fact]
    public async Task Page_WithoutTheKey_LeadsToTheLoginPageAndBack()
    {
        HttpResponseMessage sent = await Page("/hangfire?from=1");
        Assert.Equal("/login?return=%2Fhangfire%3Ffrom%3D1", sent.Headers.Location!.OriginalString);

        HttpResponseMessage wrong = await LogIn("/login?return=%2Fhangfire%3Ffrom%3D1", "no, that is wrong");
        Assert.Contains("That is not the key.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        HttpResponseMessage right = await LogIn("/login?return=%2Fhangfire%3Ffrom%3D1", Key);

        Assert.Equal(new Uri(_server.Client.BaseAddress!, "/hangfire?from=1"), right.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, (await Page("/hangfire")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _server.Client.GetAsync("/api/runs")).StatusCode);
    }

    [Theory]
    [InlineData("https%3A%2F%2Felsewhere.example%2F")]
    [InlineData("%2F%2Felsewhere.example%2F")]
    [InlineData("%2F%5Celsewhere.example%2F")]
    public async Task LogIn_ReturnToAnotherSite_StaysHere(string elsewhere) =>
        Assert.Equal(_server.Client.BaseAddress, (await LogIn($"/login?return={elsewhere}", Key)).Headers.Location);

    [Fact]
    public async Task LogIn_WithoutTheFormsOwnToken_IsRefused()
    {
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["_handler"] = "login", ["Key"] = Key });

        Assert.Equal(HttpStatusCode.BadRequest, (await _server.Client.PostAsync("/login", form)).StatusCode);
    }

    [Fact]
    public async Task Guess_TooOften_IsLockedOutEvenWithTheRightKey()
    {
        for (int guess = 0; guess < FailedTries.Free; guess++) await Bearer($"a guess, number {guess}");

        Assert.Equal(HttpStatusCode.TooManyRequests, await Bearer(Key));
        Assert.Contains("Too many wrong keys from 127.0.0.1", await (await LogIn("/login", Key)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> Bearer(string key)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/runs");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return (await _server.Client.SendAsync(request)).StatusCode;
    }

    private async Task<HttpResponseMessage> Page(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        return await _server.Client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> LogIn(string page, string key)
    {
        string html = await _server.Client.GetStringAsync(page);
        using FormUrlEncodedContent form = new(new Dictionary<string, string>
        {
            ["_handler"] = "login",
            ["__RequestVerificationToken"] = Token().Match(html).Groups[1].Value,
            ["Key"] = key,
        });
        return await _server.Client.PostAsync(page, form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

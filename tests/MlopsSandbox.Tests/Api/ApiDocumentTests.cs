using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MlopsSandbox.Tests.Api;

/// <summary>The OpenAPI document, against the routes that the server has.</summary>
[Collection("sandbox")]
public sealed class ApiDocumentTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private OpenServer _server = null!;
    private JsonElement _document;

    public async Task InitializeAsync()
    {
        _server = await OpenServer.StartAsync(_folder["home"]);
        _document = JsonSerializer.Deserialize<JsonElement>(await _server.Client.GetStringAsync("/api/openapi.json"));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Paths_EveryRouteOfTheApi_IsDescribed()
    {
        string[] routes = [.. _server.Web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && route.RoutePattern.RawText != "/api/openapi.json")
            .SelectMany(route => route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods, (route, method) => $"{method} {route.RoutePattern.RawText!.Replace("**", "", StringComparison.Ordinal)}")
            .Order(StringComparer.Ordinal)];

        Assert.Contains("POST /api/runs/{id}/approve", routes);
        Assert.Equal(routes, Operations().Select(operation => operation.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Operations_Each_HasANameASummaryAndItsAnswer() => Assert.All(Operations(), operation =>
    {
        Assert.NotEqual("", operation.Value.GetProperty("operationId").GetString());
        Assert.NotEqual("", operation.Value.GetProperty("summary").GetString());
        Assert.Contains(operation.Value.GetProperty("responses").EnumerateObject(), response => response.Name is "200" or "201");
    });

    [Fact]
    public void Operations_Fields_AreSaidAsTheyAreRead()
    {
        JsonElement approve = Operations().Single(operation => operation.Name == "POST /api/runs/{id}/approve").Value, retry = Operations().Single(operation => operation.Name == "POST /api/runs/{id}/retry").Value;
        Assert.True(approve.GetProperty("requestBody").GetProperty("required").GetBoolean());
        Assert.False(retry.GetProperty("requestBody").TryGetProperty("required", out _));
        JsonElement list = Operations().Single(operation => operation.Name == "GET /api/runs").Value;
        Assert.Equal(["tag", "workflow", "scenario", "status", "text", "sort", "skip", "take"], list.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
    }

    [Fact]
    public void Schemas_Fields_AreSaidAsTheyAreWritten()
    {
        JsonElement run = _document.GetProperty("components").GetProperty("schemas").GetProperty("RunRow").GetProperty("properties");
        Assert.Equal("date-time", run.GetProperty("startedAt").GetProperty("format").GetString());
        Assert.Equal("integer", run.GetProperty("seed").GetProperty("type").GetString());
        JsonElement status = _document.GetProperty("components").GetProperty("schemas").GetProperty("RunStatus").GetProperty("enum");
        Assert.Contains("waiting", status.EnumerateArray().Select(word => word.GetString()));
    }

    private IEnumerable<(string Name, JsonElement Value)> Operations() => _document.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject(), (path, operation) => ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value));
}

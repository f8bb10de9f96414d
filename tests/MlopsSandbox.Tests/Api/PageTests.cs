using System.Net;
using System.Text.Json;

namespace MlopsSandbox.Tests.Api;

/// <summary>Pages over HTTP and on the command line, of a home in which the lifecycle has really run.</summary>
[Collection("sandbox")]
public sealed class PageTests(RanHome home) : IClassFixture<RanHome>, IAsyncLifetime
{
    private OpenServer _server = null!;

    public async Task InitializeAsync() => _server = await OpenServer.StartAsync(home.Home);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/api/runs", 1, 1)]
    [InlineData("/api/runs?status=succeeded&workflow=lifecycle&text=CHURN&sort=-duration&take=5", 1, 1)]
    [InlineData("/api/runs?status=failed&status=cancelled", 0, 0)]
    [InlineData("/api/runs?skip=1", 0, 1)]
    [InlineData("/api/models/telco-churn/versions", 1, 1)]
    [InlineData("/api/models/telco-churn/versions?metric=auc&alias=champion", 1, 1)]
    [InlineData("/api/models/telco-churn/versions?approval=rejected", 0, 0)]
    [InlineData("/api/traces?text=lifecycle", 1, 1)]
    [InlineData("/api/traces?attribute=mlops.stage=train&sort=longest&minSeconds=0.001", 1, 1)]
    [InlineData("/api/traces?attribute=mlops.stage=none", 0, 0)]
    [InlineData("/api/traces?text=lifecycle&from=2020-01-01", 1, 1)]
    [InlineData("/api/traces?to=2020-01-01T00:00:00Z", 0, 0)]
    public async Task Get_Page_ShowsItsRowsAndTheTotal(string path, int rows, int total)
    {
        HttpResponseMessage response = await _server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([$"{total}"], response.Headers.GetValues("X-Total-Count"));
        Assert.Equal(rows, (await JsonOf(response)).GetArrayLength());
    }

    [Theory]
    [InlineData("/api/runs?status=suceeded", "status is 'suceeded'; expected one of: queued, running, waiting, paused, succeeded, failed, cancelled. Did you mean 'succeeded'?")]
    [InlineData("/api/runs?take=0&skip=x", "skip is 'x'; expected a whole number, such as 50.\ntake is 0; expected 1 to 1000 rows, such as 50.")]
    [InlineData("/api/runs?sort=age", "sort is 'age'; expected one of: started, ended, duration, workflow, scenario, status.")]
    [InlineData("/api/models/telco-churn/versions?sort=metric", "metric is not given; expected the name of the metric to sort by, such as auc.")]
    [InlineData("/api/traces?attribute=mlops.stage&errors=1", "errors is '1'; expected true or false.\nattribute is 'mlops.stage='; expected a name and a value, such as mlops.stage=train.")]
    [InlineData("/api/traces?from=soon", "from is 'soon'; expected a time in UTC, such as 2026-01-20 or 2026-01-20T06:00:00Z.")]
    [InlineData("/api/traces?minSeconds=-1", "minSeconds is '-1'; expected a number of seconds from 0, such as 2.5.")]
    public async Task Get_PageThatIsNone_IsAProblemThatSaysWhatIsExpected(string path, string detail)
    {
        HttpResponseMessage response = await _server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(detail, (await JsonOf(response)).GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/api/models/telco-chur/versions", "there is no model 'telco-chur'; expected one of: telco-churn. Did you mean 'telco-churn'?")]
    [InlineData("/api/traces/77", "there is no trace '77'; expected the traceId of a run, 32 hexadecimal digits. GET /api/traces lists those of this home.")]
    public async Task Get_PartOfNothing_IsAProblem404(string path, string detail)
    {
        HttpResponseMessage response = await _server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.StartsWith(detail, (await JsonOf(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetTrace_OfARun_IsWhatTraceTells()
    {
        JsonElement listed = (await JsonOf(await _server.Client.GetAsync("/api/traces?text=lifecycle-0001")))[0];
        string id = listed.GetProperty("traceId").GetString()!;

        Assert.Equal((await home.CallAsync("trace lifecycle-0001 --output json")).Out.Trim(), await _server.Client.GetStringAsync($"/api/traces/{id}"));
        Assert.Equal("run lifecycle", listed.GetProperty("name").GetString());
        Assert.Equal("lifecycle-0001", listed.GetProperty("runId").GetString());
    }

    [Theory]
    [InlineData("runs --status succeeded --workflow lifecycle --text churn --take 3", "lifecycle-0001")]
    [InlineData("runs --status failed", "No run is so; there are runs of: lifecycle. Ask for less.")]
    [InlineData("traces --text lifecycle", "run lifecycle")]
    [InlineData("traces --attribute mlops.stage=train --min-seconds 0.001 --from 2020-01-01", "run lifecycle")]
    [InlineData("traces --to 2020-01-01", "there is no such trace.")]
    [InlineData("traces --errors", "there is no such trace.")]
    public async Task List_WithFilters_ShowsWhatIsSo(string words, string shown) => Assert.Contains(shown, (await home.CallAsync(words)).Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("runs --take 0", "--take is '0'; expected a whole number from 1 to 1000, such as 20.")]
    [InlineData("runs --status done", "--status is 'done'; expected one of: queued, running, waiting, paused, succeeded, failed, cancelled.")]
    public async Task List_WithAFilterThatIsNone_SaysWhatIsExpected(string words, string problem) => Assert.Contains(problem, (await home.CallAsync(words)).Error, StringComparison.Ordinal);

    private static async Task<JsonElement> JsonOf(HttpResponseMessage response) => JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
}

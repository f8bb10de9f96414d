using System.Text;
using Hangfire;
using Hangfire.Dashboard;

namespace MlopsSandbox.HangfireSqlite.Tests.Monitoring;

/// <summary>Hangfire's own dashboard, asked for a page without a web server.</summary>
internal static class DashboardVisit
{
    public static async Task<(int Status, string Html)> Get(JobStorage storage, string path)
    {
        var (dispatcher, match) = DashboardRoutes.Routes.FindDispatcher(path) is { } found ? (found.Item1, found.Item2) : default;
        if (dispatcher is null) throw new ArgumentException($"'{path}' is no page of the dashboard.", nameof(path));
        using var response = new Response();
        await dispatcher.Dispatch(new Context(storage, new Request(path), response, match));
        return (response.StatusCode, response.Html);
    }

    private sealed class Context : DashboardContext
    {
        public Context(JobStorage storage, DashboardRequest request, DashboardResponse response, System.Text.RegularExpressions.Match match)
            : base(storage, new DashboardOptions())
        {
            Request = request;
            Response = response;
            UriMatch = match;
        }
    }

    private sealed class Request(string path) : DashboardRequest
    {
        public override string Method => "GET";
        public override string Path => path;
        public override string PathBase => "";
        public override string LocalIpAddress => "127.0.0.1";
        public override string RemoteIpAddress => "127.0.0.1";
        public override string GetQuery(string key) => null!;
        public override Task<IList<string>> GetFormValuesAsync(string key) => Task.FromResult<IList<string>>([]);
    }

    private sealed class Response : DashboardResponse, IDisposable
    {
        private readonly MemoryStream _body = new();

        public string Html => Encoding.UTF8.GetString(_body.ToArray());
        public override string ContentType { get; set; } = "";
        public override int StatusCode { get; set; } = 200;
        public override Stream Body => _body;
        public override void SetExpire(DateTimeOffset? value) => _body.Flush();
        public void Dispose() => _body.Dispose();

        public override Task WriteAsync(string text)
        {
            _body.Write(Encoding.UTF8.GetBytes(text));
            return Task.CompletedTask;
        }
    }
}

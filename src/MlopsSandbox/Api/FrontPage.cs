using System.Net;

namespace MlopsSandbox.Api;

/// <summary>The page at <c>/</c>: says what is served here, and how to ask.</summary>
internal static class FrontPage
{
    private const string Address = "http://127.0.0.1:5080";

    /// <summary>The whole page; it loads nothing else.</summary>
    /// <param name="request">Who asks: the example on the page asks where they did.</param>
    public static string For(HttpRequest request) =>
        Html.Replace(Address, WebUtility.HtmlEncode($"{request.Scheme}://{request.Host}{request.PathBase}"), StringComparison.Ordinal);

    private const string Html = $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>MlopsSandbox</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; color: #1c2430; background: #fff; }
        code, pre { font: 14px/1.5 ui-monospace, monospace; background: #f1f4f8; border-radius: 4px; }
        code { padding: .1em .3em; } pre { padding: .8rem 1rem; overflow-x: auto; }
        dt { font-weight: 600; margin-top: .8rem; } dd { margin: 0; } a { color: #0b57a4; }
        @media (prefers-color-scheme: dark) { body { color: #e3e8ef; background: #12161c; } code, pre { background: #1f2630; } a { color: #7db8f5; } }
        </style>
        </head>
        <body>
        <h1>MlopsSandbox</h1>
        <p>A whole MLOps platform on one machine, made to be watched, broken and learned from. This process serves it, and takes jobs as a worker.</p>
        <dl>
        <dt><a href="hangfire">/hangfire</a></dt><dd>The jobs: what is queued, what runs, what failed.</dd>
        <dt><a href="health">/health</a></dt><dd>Whether catalog and job storage answer.</dd>
        <dt><a href="api/runs">/api/runs</a>, <code>/api/runs/{id}</code></dt><dd>What has run, as <code>mlops runs</code> and <code>mlops show</code> tell it.</dd>
        <dt><a href="api/approvals">/api/approvals</a>, <a href="api/tasks">/api/tasks</a></dt><dd>What runs wait for: <code>POST /api/runs/{id}/approve</code>, with who and why, lets one go on.</dd>
        <dt><a href="api/workflows">/api/workflows</a></dt><dd>What can be run: <code>POST /api/runs</code> starts one.</dd>
        <dt><a href="api/openapi.json">/api/openapi.json</a></dt><dd>Everything that can be asked, as an OpenAPI document.</dd>
        <dt><a href="api/models">/api/models</a></dt><dd>The registry.</dd>
        <dt><a href="api/alerts">/api/alerts</a></dt><dd>What checks raised: <code>POST /api/alerts/{id}/ack</code>, with who and a note, takes one up.</dd>
        <dt><code>POST /api/endpoints/{name}/predict</code></dt><dd>Scores rows by the model that an endpoint serves; <code>POST /api/predict</code> asks the newest endpoint.</dd>
        </dl>
        <pre>curl -s -H 'Content-Type: application/json' --data @row.json {{Address}}/api/predict</pre>
        <p>A field that is missing, unknown or of the wrong kind is refused with status 400 and its name (RFC 9457).</p>
        </body>
        </html>
        """;
}

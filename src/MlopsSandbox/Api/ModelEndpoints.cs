using System.ComponentModel;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Runs;

namespace MlopsSandbox.Api;

/// <summary>The registry: model groups, <c>models</c>, <c>models promote</c> and <c>models rollback</c> of the command line.</summary>
internal static class ModelEndpoints
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox)
    {
        api.MapGet("/models", () => WebHost.Answer(sandbox.Catalog.Read(tx => tx.Models.All())))
            .Describe<ModelVersion[]>("listModels", "Model versions, with their aliases, metrics and runs.");
        api.MapGet("/models/{model}", (string model) => WebHost.Answer(sandbox.Catalog.Read(tx => tx.Models.Group(model))))
            .Describe<ModelGroup>("showModel", "One model group: how many versions it has, the newest, and the champion.", 404);
        api.MapGet("/models/{model}/history", (string model) => WebHost.Answer(sandbox.Catalog.Read(tx => { tx.Models.Demand(model); return tx.Models.History(model); })))
            .Describe<AliasChange[]>("showModelHistory", "Who became champion, when, how and why, the first first.", 404);
        api.MapGet("/models/{model}/versions", (string model, HttpResponse response, string? alias, string? approval, string? metric, string? sort, string? skip, string? take) =>
            {
                ModelQuery query = Versions(model, alias, approval, metric, new PageParameters(sort, skip, take));
                return response.Page(sandbox.Catalog.Read(tx => { tx.Models.Demand(model); return tx.Models.Page(query); }), page => page.Versions, page => page.Total);
            })
            .Describe<ModelVersion[]>("pageModelVersions", "A page of a model's versions, the newest first; sort is created, version or metric, with - before it from the greatest down. X-Total-Count says how many there are.", 400, 404);
        api.MapPost("/models/{model}/promote", async (string model, HttpRequest request) =>
            {
                PromoteBody body = await RequestBody.ReadAsync<PromoteBody>(request).ConfigureAwait(false);
                return WebHost.Answer(sandbox.Catalog.Write(tx => sandbox.Champions.Promote(tx, model, body.Version, body.Reason, body.By)));
            })
            .Takes<PromoteBody>().Describe<ModelVersion>("promoteModel", "Makes a model version the champion: its endpoint serves it from now on.", 400, 404);
        api.MapPost("/models/{model}/rollback", async (string model, HttpRequest request) =>
            {
                RollbackBody body = await RequestBody.ReadAsync<RollbackBody>(request).ConfigureAwait(false);
                return WebHost.Answer(sandbox.Catalog.Write(tx => sandbox.Champions.Rollback(tx, model, body.Reason, body.By)));
            })
            .Takes<RollbackBody>().Describe<ModelVersion>("rollBackModel", "Makes the champion before this one the champion again.", 400, 404);
    }

    private static ModelQuery Versions(string model, string? alias, string? approval, string? metric, PageParameters page)
    {
        (ModelSort sort, bool descending) = page.Sort(metric is null ? ModelSort.Created : ModelSort.Metric, otherwiseDescending: true);
        ModelQuery query = new()
        {
            Model = model, Alias = alias, Approval = approval, Metric = metric, Sort = sort, Descending = descending, Skip = page.Skip(), Take = page.Take(),
        };
        page.Demand(query.Problems());
        return query;
    }

    private sealed record PromoteBody : IRequestBody
    {
        [Description("the version that is to serve.")]
        public required int Version { get; init; }
        [Description("why, for those who look at the registry later.")]
        public required string Reason { get; init; }
        [Description("who does it.")]
        public string? By { get; init; }

        public IEnumerable<string> Problems() => new[] { Remarks.ReasonProblem("reason", Reason), By is null ? null : Remarks.ByProblem("by", By) }.OfType<string>();
    }

    private sealed record RollbackBody : IRequestBody
    {
        [Description("why, for those who look at the registry later.")]
        public required string Reason { get; init; }
        [Description("who does it.")]
        public string? By { get; init; }

        public IEnumerable<string> Problems() => new[] { Remarks.ReasonProblem("reason", Reason), By is null ? null : Remarks.ByProblem("by", By) }.OfType<string>();
    }
}

using MlopsSandbox.Commands;
using MlopsSandbox.Endpoints;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Api;

/// <summary>Endpoints of models, as the pages of the monitor tell of them.</summary>
internal static class ServingEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox, Hints hints)
    {
        EndpointDesk desk = new(sandbox.Catalog, hints);
        api.MapGet("/endpoints", () => WebHost.Answer(desk.List()))
            .Describe<EndpointShape[]>("listEndpoints", "Endpoints that serve, those that need eyes first: the version, the light, the newest check and how many alerts are not over.");
        api.MapGet("/endpoints/{name}", (string name) => WebHost.Answer(desk.Show(name)))
            .Describe<EndpointShape>("showEndpoint", "One endpoint: the version, the light, the newest check and how many alerts are not over.", 404);
        api.MapGet("/endpoints/{name}/checks", (HttpResponse response, string name, string? skip, string? take) => Checks(response, desk, name, new PageParameters(sort: null, skip, take)))
            .Describe<CheckShape[]>("listChecks", "A page of an endpoint's drift checks, the newest first. X-Total-Count says how many there are.", 400, 404);
        api.MapGet("/endpoints/{name}/checks/{id}", (string name, string id) => WebHost.Answer(desk.Check(name, id)))
            .Describe<CheckDetailShape>("showCheck", "One drift check with its whole report: features, quality, the other monitors.", 404);
        api.MapGet("/endpoints/{name}/deployments", (string name) => WebHost.Answer(desk.Deployments(name)))
            .Describe<DeploymentShape[]>("listDeployments", "What an endpoint came to serve, and from when on, the first first.", 404);
        api.MapGet("/endpoints/{name}/calls", (string name, string? take) => Calls(desk, name, new PageParameters(sort: null, skip: null, take)))
            .Describe<CallShape[]>("listCalls", "The newest predictions that people and programs asked an endpoint for, the newest first.", 400, 404);
    }

    private static IResult Checks(HttpResponse response, EndpointDesk desk, string name, PageParameters page)
    {
        (int skip, int take) = (page.Skip(), page.Take());
        page.Demand(PageBounds.Problems(skip, take));
        return response.Page(desk.Checks(name, skip, take), checks => checks.Checks, checks => checks.Total);
    }

    private static IResult Calls(EndpointDesk desk, string name, PageParameters page)
    {
        int take = page.Take();
        page.Demand(PageBounds.Problems(skip: 0, take));
        return WebHost.Answer(desk.Calls(name, take));
    }
}

using System.Text.Json.Nodes;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Predictions;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Api;

/// <summary><c>POST /api/predict</c> and <c>POST /api/endpoints/{name}/predict</c>: scores rows.</summary>
internal static class PredictEndpoints
{
    /// <summary>Maps both; the first asks the endpoint of the model that was deployed last.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox)
    {
        api.MapPost("/predict", (HttpRequest request) => PredictAsync(sandbox, request, name: null))
            .Takes<JsonNode>().Describe<PredictionShape>("predict", "Scores a row, or an array of rows, by the model that was deployed last.", 400, 404);
        api.MapPost("/endpoints/{name}/predict", (HttpRequest request, string name) => PredictAsync(sandbox, request, name))
            .Takes<JsonNode>().Describe<PredictionShape>("predictByEndpoint", "Scores a row, or an array of rows, by the model that an endpoint serves.", 400, 404);
    }

    private static async Task<IResult> PredictAsync(Sandbox sandbox, HttpRequest request, string? name)
    {
        using StreamReader body = new(request.Body);
        string json = await body.ReadToEndAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
        ServedModel model = ServedModel.Find(sandbox.Catalog, sandbox.Models, name);
        return WebHost.Answer(sandbox.Calls.Answer(model, CallPath.Http, () => RequestRows.FromJson(json, "the request's body")));
    }
}

using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Artifacts;

namespace MlopsSandbox.Api;

/// <summary>What stages made, by content hash.</summary>
internal static class ArtifactEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox) =>
        api.MapGet("/artifacts/{hash}", (string hash) => File(sandbox.Artifacts, hash))
            .WithName("getArtifact").WithSummary("The bytes of an artifact: what a stage made, such as a dataset, a model or a report.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    // A hash that is one names no file but an artifact's own.
    private static IResult File(ArtifactStore artifacts, string text)
    {
        ContentHash hash = ContentHash.Parse(text);
        string path = artifacts.PathOf(hash);
        if (!System.IO.File.Exists(path)) throw new MissingException($"{path}: there is no artifact '{text}'; expected one that a stage made here. A run's stages name theirs.");
        byte[] content = artifacts.Get(hash);
        return Results.File(content, "application/octet-stream", hash.Hex[..12] + Ending(content));
    }

    private static string Ending(ReadOnlySpan<byte> content) => content switch
    {
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => ".parquet",
        [(byte)'P', (byte)'K', ..] => ".zip",
        [(byte)'{' or (byte)'[', ..] => ".json",
        _ => "",
    };
}

namespace MlopsSandbox.Api;

/// <summary>What the OpenAPI document says of an endpoint.</summary>
internal static class EndpointDescriptions
{
    private const string Json = "application/json";

    /// <summary>What it takes. Whether there is a body, and of what kind, is told in words by whoever reads it.</summary>
    public static RouteHandlerBuilder Takes<TBody>(this RouteHandlerBuilder endpoint) where TBody : notnull => endpoint.Accepts<TBody>(isOptional: true, Json);

    /// <summary>What it is for and answers.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="name">Its name for generated clients.</param>
    /// <param name="summary">What it is for.</param>
    /// <param name="statuses">Its status codes: that of success where it is not 200, and those of problem details.</param>
    public static RouteHandlerBuilder Describe<TAnswer>(this RouteHandlerBuilder endpoint, string name, string summary, params int[] statuses)
    {
        int success = statuses.FirstOrDefault(status => status < 300) is var named and > 0 ? named : StatusCodes.Status200OK;
        endpoint.WithName(name).WithSummary(summary).Produces<TAnswer>(success, Json);
        foreach (int status in statuses.Where(status => status >= 400)) endpoint.ProducesProblem(status);
        return endpoint;
    }
}

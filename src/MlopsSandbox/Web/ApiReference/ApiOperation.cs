using MlopsSandbox.Door;

namespace MlopsSandbox.Web.ApiReference;

/// <summary>Something that the API can be asked for.</summary>
public sealed record ApiOperation
{
    /// <summary>Its name for generated clients.</summary>
    public required string Id { get; init; }
    /// <summary>The method in capital letters.</summary>
    public required string Method { get; init; }
    /// <summary>The path, with its parameters in braces.</summary>
    public required string Path { get; init; }
    /// <summary>What it is for.</summary>
    public required string Summary { get; init; }
    /// <summary>Parameters, those of the path first.</summary>
    public required IReadOnlyList<ApiParameter> Parameters { get; init; }
    /// <summary>Fields of the body; empty when there is none.</summary>
    public required IReadOnlyList<ApiField> Body { get; init; }
    /// <summary>A body as an example; null when there is none.</summary>
    public required string? Example { get; init; }
    /// <summary>True when there has to be a body.</summary>
    public required bool NeedsBody { get; init; }
    /// <summary>What it may answer, by status.</summary>
    public required IReadOnlyList<ApiAnswer> Answers { get; init; }
    /// <summary>True when it answers with events that never end.</summary>
    public required bool IsStream { get; init; }

    /// <summary>The noun that it is about: the first part of its path.</summary>
    public string Group => Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var noun, ..] ? noun : "";

    /// <summary>Its path with values for its parameters; those of the path are escaped, and empty ones of the query are left out.</summary>
    public string AddressWith(IReadOnlyDictionary<string, string> values)
    {
        string path = Parameters.Where(parameter => parameter.IsInPath).Aggregate(Path, (path, parameter) => path.Replace($"{{{parameter.Name}}}", ValueOf(parameter, values) is { Length: > 0 } value ? Uri.EscapeDataString(value) : $"{{{parameter.Name}}}", StringComparison.Ordinal));
        string query = string.Join('&', Parameters.Where(parameter => !parameter.IsInPath && ValueOf(parameter, values).Length > 0).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(ValueOf(parameter, values))}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>A command line that asks for it, to paste into a shell.</summary>
    /// <param name="server">Where the server is, without a slash at its end.</param>
    /// <param name="values">Values of parameters.</param>
    /// <param name="needsKey">True where the server asks for its key.</param>
    public string Curl(string server, IReadOnlyDictionary<string, string> values, bool needsKey = false)
    {
        string key = needsKey ? $"{DoorKey.CurlOption} " : "";
        string method = Method == "GET" ? IsStream ? "-N " : "" : Method == "POST" && Example is not null ? "" : $"-X {Method} ";
        string body = Example is { } example ? $"-H 'Content-Type: application/json' -d '{example.Replace("'", "'\\''", StringComparison.Ordinal)}' " : "";
        return $"curl {method}{key}{body}'{server}{AddressWith(values)}'";
    }

    private static string ValueOf(ApiParameter parameter, IReadOnlyDictionary<string, string> values) => values.TryGetValue(parameter.Name, out string? value) ? value : "";
}

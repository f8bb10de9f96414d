using System.Globalization;
using System.Text.Json;
using Microsoft.JSInterop;

namespace MlopsSandbox.Benchmarks.Circuits;

/// <summary>A call that a circuit makes of its browser.</summary>
/// <param name="Handle">By which the circuit knows the answer; 0 when it wants none.</param>
/// <param name="Identifier">The function.</param>
/// <param name="Arguments">A JSON array.</param>
/// <param name="Result">What the circuit expects.</param>
internal sealed record JsCall(long Handle, string Identifier, string Arguments, JSCallResultType Result)
{
    /// <summary>The renderer is ready to be given components.</summary>
    public bool Attaches => Identifier == "Blazor._internal.attachWebRendererInterop";

    /// <summary>The page says that it lives, as its browser tests look for.</summary>
    public bool SaysLive => Identifier == "document.body.setAttribute" && Arguments.Contains("data-live", StringComparison.Ordinal);

    /// <summary>Part of a list wants to know how much of it is in sight.</summary>
    public bool Measures => Identifier == "Blazor._internal.Virtualize.init";

    /// <summary>The object of the circuit that is its first argument.</summary>
    public long DotNetObject()
    {
        using JsonDocument arguments = JsonDocument.Parse(Arguments);
        return arguments.RootElement[0].GetProperty("__dotNetObject").GetInt64();
    }

    /// <summary>The answer of a browser in which everything worked, and that has no value to give but a new object.</summary>
    public string Answer() => string.Create(CultureInfo.InvariantCulture, $"[{Handle},true,{(Result == JSCallResultType.JSObjectReference ? $"{{\"__jsObjectId\":{Handle}}}" : "null")}]");
}

using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace MlopsSandbox.Benchmarks.Circuits;

/// <summary>SignalR's MessagePack under the name that circuits know it by.</summary>
/// <param name="misfit">Told of a message that nobody listens for in that shape; SignalR itself would only log it.</param>
internal sealed class BlazorPackProtocol(Action<string> misfit) : IHubProtocol
{
    private readonly MessagePackHubProtocol _pack = new();

    /// <inheritdoc/>
    public string Name => "blazorpack";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public TransferFormat TransferFormat => _pack.TransferFormat;

    /// <inheritdoc/>
    public bool IsVersionSupported(int version) => version == Version;

    /// <inheritdoc/>
    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        bool isWhole = _pack.TryParseMessage(ref input, binder, out message);
        if (message is InvocationBindingFailureMessage unfit) misfit($"{unfit.Target}: {unfit.BindingFailure.SourceException.Message}");
        return isWhole;
    }

    /// <inheritdoc/>
    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => _pack.WriteMessage(message, output);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => _pack.GetMessageBytes(message);
}

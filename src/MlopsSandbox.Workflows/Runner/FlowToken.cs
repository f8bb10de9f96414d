using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>A mark on an arrow of a flowchart that is walked by tokens.</summary>
/// <param name="From">Id of the activity that the arrow leaves.</param>
/// <param name="Port">The arrow's port.</param>
/// <param name="To">Id of the activity that it enters.</param>
public sealed record FlowToken(string From, string? Port, string To)
{
    /// <summary>True when nobody came by it yet, but whoever comes finds its target taken.</summary>
    public bool IsBlocking { get; init; }
    /// <summary>True when it has had its effect.</summary>
    public bool IsConsumed { get; init; }
    /// <summary>True when it came to a target that was taken: it lasts as any other, but nothing waits for it.</summary>
    public bool IsLate { get; init; }

    /// <summary>True when the way was followed and what is behind it has yet to run.</summary>
    internal bool IsLive => this is { IsBlocking: false, IsConsumed: false };

    /// <summary>True when the flowchart can't end for it.</summary>
    internal bool IsAwaited => IsLive && !IsLate;

    internal static FlowToken On(Connection connection) => new(connection.Source, connection.SourcePort, connection.Target);

    internal bool IsOn(Connection connection) => From == connection.Source && Port == connection.SourcePort && To == connection.Target;
}

namespace MlopsSandbox.Workflows.Activities;

/// <summary>How the execution of an activity came out.</summary>
internal abstract record Step;

/// <summary>It is done and leaves by these ports.</summary>
internal sealed record Leaves(IReadOnlyList<string> Ports, string? Text = null) : Step
{
    public static readonly Leaves Done = new("Done");

    /// <summary>It leaves by no port: it is passed over, or was cancelled.</summary>
    public static readonly Leaves None = new([]);

    public Leaves(string port) : this([port])
    {
    }

    /// <summary>True when a connection from that port is followed; one without a port is followed by whoever just ends.</summary>
    public bool By(string? port) => port is null ? Ports is ["Done"] : Ports.Contains(port);
}

/// <summary>It waits to be completed from outside.</summary>
internal sealed record Waits : Step;

/// <summary>It is a container that has scheduled what is inside, or ended in its own way.</summary>
internal sealed record Opened : Step;

/// <summary>It would wait, but the instance is faulting: nothing is begun, and what contains it can't end well.</summary>
internal sealed record Halts : Step;

using System.Text.Json.Nodes;

namespace MlopsSandbox.Workflows.Tests.Oracle;

/// <summary>One execution of one activity in a <see cref="NaiveWalk"/>, with all that any kind of container remembers.</summary>
internal sealed class Execution(JsonNode activity, Execution? owner, string name)
{
    private readonly Dictionary<object, int> _counts = [];

    public JsonNode Activity => activity;

    public Execution? Owner => owner;

    public string Name => name;

    public string Id => (string)activity["id"]!;

    public string Type => (string)activity["type"]!;

    public Status Status { get; set; }

    public List<Execution> Children { get; } = [];

    public bool IsBackward { get; init; }

    public bool IsBreaking { get; set; }

    public int Rounds { get; set; }

    public int Outstanding { get; set; }

    public Dictionary<Arrow, bool> Followed { get; } = [];

    public Dictionary<string, int> Variables { get; } = [];

    public bool IsLoop => Type is "Elsa.While" or "Elsa.For" or "Elsa.ForEach";

    /// <summary>The loops around it that still run, innermost first.</summary>
    public IEnumerable<Execution> Loops => owner is null ? [] : owner is { IsLoop: true, Status: Status.Running } ? owner.Loops.Prepend(owner) : owner.Loops;

    public bool IsTerminal => Type is "Elsa.End" or "Elsa.Finish" or "Elsa.Complete" or "Elsa.Break";

    public void Count(object counted) => _counts[counted] = CountOf(counted) + 1;

    public int CountOf(object counted) => _counts.GetValueOrDefault(counted);

    public bool IsWithin(Execution outer) => owner == outer || (owner?.IsWithin(outer) ?? false);
}

internal enum Status
{
    Due,
    Running,
    Completed,
    Cancelled,
    Faulted,
}

internal sealed class WalkFault : Exception;

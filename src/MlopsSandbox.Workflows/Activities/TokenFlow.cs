using System.Collections.Immutable;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Activities;

/// <summary>What one finished box sets in motion in a flowchart that is walked by tokens: one token on each arrow that is followed.</summary>
internal sealed class TokenFlow(Walk walk, FlowScope opened) : Flow(walk, opened)
{
    private ImmutableList<FlowToken> Tokens
    {
        get => Scope.Tokens!;
        set => Walk.Update(Scope with { Tokens = value });
    }

    /// <summary>Puts tokens on the arrows that the box leaves by, takes those that led to it, and schedules what is due by that.</summary>
    /// <returns>True when the flowchart can't end yet: a token stands before a box that has still to run.</returns>
    public bool FollowFrom(ActivityDefinition box, Leaves leaves)
    {
        Connection[] followed = [.. Graph.Outbound(box.Id).Where(connection => leaves.By(connection.SourcePort))];
        Tokens = Tokens.AddRange(followed.Select(FlowToken.On)).ConvertAll(token => token.IsLive && token.To == box.Id ? token with { IsConsumed = true } : token);
        foreach (var connection in followed)
        {
            var target = Target(connection);
            if (IsDue(target, connection)) Walk.Schedule(target, ScopeId);
        }
        Tokens = Tokens.RemoveAll(token => token.IsConsumed && token.To == box.Id);
        return Tokens.Exists(token => token.IsAwaited);
    }

    /// <summary>Takes every token away that led to the box or came from it.</summary>
    public void Forget(ActivityDefinition box) => Tokens = Tokens.RemoveAll(token => token.From == box.Id || token.To == box.Id);

    private bool IsDue(ActivityDefinition target, Connection arrival) => MergeModeOf(target) switch
    {
        MergeMode.Race => WinsRace(target, arrival),
        MergeMode.Cascade => IsFirst(target, arrival),
        MergeMode.Merge => AllFollowed(Graph.ForwardInbound(target.Id)),
        MergeMode.Converge => AllFollowed([.. Flowchart.Connections.Where(connection => connection.Target == target.Id)]),
        _ => !Graph.ForwardInbound(target.Id).Any(inbound => Tokens.Exists(token => token.IsLive && token.To == inbound.Source)),
    };

    private MergeMode MergeModeOf(ActivityDefinition target) => target.Behaviour is not FlowJoin ? target.MergeMode
        : JoinModes.Of(Walk, target, ScopeId) == JoinModes.WaitAny ? MergeMode.Race
        : MergeMode.Merge;

    private bool WinsRace(ActivityDefinition target, Connection arrival)
    {
        CancelBefore(Walk, ScopeId, target);
        return IsFirst(target, arrival);
    }

    private bool IsFirst(ActivityDefinition target, Connection arrival)
    {
        if (Tokens.FindIndex(token => token.IsBlocking && token.IsOn(arrival)) is >= 0 and var block)
        {
            var late = Tokens.FindLastIndex(token => token.IsLive && token.IsOn(arrival));
            Tokens = Tokens.SetItem(block, Tokens[block] with { IsConsumed = true }).SetItem(late, Tokens[late] with { IsLate = true });
            return false;
        }
        var others = Graph.ForwardInbound(target.Id).Where(inbound => inbound.Source != arrival.Source);
        Tokens = Tokens.AddRange(others.Select(other => FlowToken.On(other) with { IsBlocking = true }));
        return true;
    }

    private bool AllFollowed(IReadOnlyList<Connection> inbound) =>
        inbound.Count <= 1 || inbound.All(connection => Tokens.Exists(token => token.IsLive && token.IsOn(connection)));
}

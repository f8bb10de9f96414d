using System.Text.Json.Nodes;

namespace MlopsSandbox.Workflows.Tests.Oracle;

/// <summary>Flowcharts: which activity is due after which, by counts of how often each was done and each arrow decided on.</summary>
internal sealed partial class NaiveWalk
{
    private void FlowOn(Execution flowchart, Execution child, string[] outcomes)
    {
        if (child.IsTerminal) Complete(flowchart);
        else if (!Leave(flowchart, child.Activity, outcomes, child.IsBackward)) CompleteIfDone(flowchart);
    }

    // True when something became due.
    private bool Leave(Execution flowchart, JsonNode activity, string[] outcomes, bool isBackward = false)
    {
        var map = new FlowMap(flowchart.Activity);
        var isAnythingDue = false;
        if (!isBackward) flowchart.Count((string)activity["id"]!);
        foreach (var arrow in map.From((string)activity["id"]!))
        {
            var isFollowed = outcomes.Contains(arrow.Port);
            flowchart.Count(arrow);
            flowchart.Followed[arrow] = isFollowed;
            if (map.Forward.Contains(arrow)) isAnythingDue |= Arrive(flowchart, map, arrow);
            else if (isFollowed && !map.IsValidBackward(arrow)) throw new WalkFault();
            else if (isFollowed)
            {
                Schedule(flowchart, map.Find(arrow.Target), isBackward: true);
                isAnythingDue = true;
            }
        }
        return isAnythingDue;
    }

    private bool Arrive(Execution flowchart, FlowMap map, Arrow arrow)
    {
        var target = map.Find(arrow.Target);
        var arrows = map.Into(arrow.Target);
        var done = flowchart.CountOf(arrow.Target);
        var newest = arrows.Max(into => flowchart.CountOf(into));
        var areAllDecided = arrows.Min(into => flowchart.CountOf(into)) > done;
        bool IsFollowed(Arrow into) => newest > done && flowchart.CountOf(into) == newest && flowchart.Followed.GetValueOrDefault(into);

        var mode = (string)target["type"]! == "Elsa.FlowJoin" ? (string?)target["mode"]?["expression"]!["value"] ?? "WaitAny" : "WaitAllActive";
        if (mode == "WaitAny")
        {
            if (flowchart.CountOf(arrow) <= done || _due.Any(due => due.Owner == flowchart && due.Activity == target)) return false;
            if (!arrows.Any(IsFollowed)) return areAllDecided && Leave(flowchart, target, []);
            Schedule(flowchart, target);
            CancelAncestors(flowchart, target);
            return true;
        }
        if (!areAllDecided) return false;
        if (mode == "WaitAll" ? !arrows.All(IsFollowed) : !arrows.Any(IsFollowed)) return Leave(flowchart, target, []);
        Schedule(flowchart, target);
        return true;
    }

    private void CancelAncestors(Execution flowchart, JsonNode activity)
    {
        var ancestors = new FlowMap(flowchart.Activity).Ancestors((string)activity["id"]!);
        foreach (var child in flowchart.Children.Where(child => ancestors.Contains(child.Id)).ToList()) Cancel(child);
    }

    // A cancelled activity counts as one that was passed over.
    private void PassOver(Execution flowchart, JsonNode activity)
    {
        CompleteIfDone(flowchart);
        Leave(flowchart, activity, []);
    }

    private void CompleteIfDone(Execution flowchart)
    {
        if (flowchart.Children.Any(child => child.Status is Status.Running or Status.Faulted)) return;
        if (!_due.Any(due => due.IsWithin(flowchart))) Complete(flowchart);
    }
}

namespace MlopsSandbox.Workflows.Activities;

/// <summary>Breaks out of the nearest loop: the loop is done once its body is.</summary>
internal sealed class Break : BuiltInActivity
{
    public override ActivityDescriptor Descriptor { get; } = new("Elsa.Break", "Looping", "Breaks out of the nearest loop.", [], ["Done"], []);

    public override bool IsTerminal => true;

    public override Step Execute(ActivityExecution execution)
    {
        foreach (var scope in execution.Walk.Around(execution.Due.Owner))
            if (execution.Walk.ContainerOf(scope).BreakOut(execution.Walk, scope)) break;
        return Leaves.Done;
    }

    public override IEnumerable<(string Property, string Message)> Warnings(Definitions.ActivityDefinition activity)
    {
        for (var outer = activity.Container; outer is not null; outer = outer.Container)
            if (outer.Behaviour is LoopActivity) yield break;
        yield return ("", "there is no loop around it, so that it just ends what contains it; expected an Elsa.While, Elsa.For or Elsa.ForEach.");
    }
}

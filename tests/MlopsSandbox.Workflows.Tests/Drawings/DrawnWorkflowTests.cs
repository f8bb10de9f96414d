using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Drawings;

namespace MlopsSandbox.Workflows.Tests.Drawings;

public sealed class DrawnWorkflowTests
{
    public static TheoryData<string> Files() => [.. Directory.GetFiles("Walks").Where(file => !file.EndsWith("expected.json", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Of_AnyDefinition_PlacesEveryActivityWithinItsBounds(string file)
    {
        var definition = DefinitionFolder.Load(file, Stages.Types);

        var drawn = DrawnWorkflow.Of(definition);

        Assert.Equal(definition.Activities.Where(activity => activity.Container is not null || definition.Activities.Count == 1).Select(activity => activity.Id), drawn.Activities.Select(one => one.Activity.Id));
        Assert.All(drawn.Activities, one =>
        {
            Assert.InRange(one.X, -0.01, drawn.Width - one.Width + 0.01);
            Assert.InRange(one.Y, -0.01, drawn.Height - one.Height + 0.01);
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Of_AnyDefinition_NamesTheEndsAndThePortOfEveryConnection(string file)
    {
        var definition = DefinitionFolder.Load(file, Stages.Types);

        var drawn = DrawnWorkflow.Of(definition);

        foreach (var connection in definition.Activities.SelectMany(activity => activity.Connections))
            Assert.Contains((connection.Source, connection.SourcePort ?? "Done", connection.Target), drawn.Arrows.Select(arrow => (arrow.From, arrow.Port, arrow.To)));
    }
}

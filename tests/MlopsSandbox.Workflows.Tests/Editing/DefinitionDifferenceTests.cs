using MlopsSandbox.Workflows.Editing;

namespace MlopsSandbox.Workflows.Tests.Editing;

public sealed class DefinitionDifferenceTests
{
    [Fact]
    public void Between_Edits_NamesEachOfThem()
    {
        DefinitionDraft before = Edited.Draft().With(new PlaceActivities());

        DefinitionDraft after = new DefinitionEdit[]
        {
            new SetActivityInput("c", "trials", "JavaScript", "getInput('n')"), new AddActivity("MlopsSandbox.Prep"), new ConnectActivities("c", "Done", "prep"),
            new DisconnectActivities("a", "Done", "b"), new DescribeWorkflow("Edited", ""), new NumberVersion(4),
        }.Aggregate(before, (draft, edit) => draft.With(edit));

        Assert.Equal(
        [
            new(ChangeKind.Added, null, "name", null, "Edited"),
            new(ChangeKind.Changed, "c", "trials", "20", "JavaScript: getInput('n')"),
            new(ChangeKind.Added, "prep", "activity", null, "MlopsSandbox.Prep"),
            new(ChangeKind.Removed, null, "connection", "a Done → b", null),
            new(ChangeKind.Added, null, "connection", null, "c Done → prep"),
        ], DefinitionDifference.Between(before.Sketch, after.Sketch));
    }

    [Fact]
    public void Between_LayoutsOfTheText_IsNothing() =>
        Assert.Empty(DefinitionDifference.Between(Edited.Draft().Sketch, Edited.Draft(Edited.Text.Replace("[1,2 ,3]", "[ 1, 2, 3 ]", StringComparison.Ordinal)).Sketch));
}

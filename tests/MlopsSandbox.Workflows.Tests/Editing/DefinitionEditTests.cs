using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Drawings;
using MlopsSandbox.Workflows.Editing;

namespace MlopsSandbox.Workflows.Tests.Editing;

public sealed class DefinitionEditTests
{
    [Fact]
    public void Move_WithoutPlaces_WritesThoseOfTheDrawingAndMovesTheOne()
    {
        DefinitionDraft before = Edited.Draft();

        DefinitionDraft after = before.With(new MoveActivity("b", 0, 200));

        Assert.Equal(200, Y(after, "b") - Y(after, "a"), 1.0);
        Assert.Equal(X(before, "c") - X(before, "a"), X(after, "c") - X(after, "a"), 1.0);
        Assert.Contains("\"metadata\": {\"x-colour\" : \"#0b5cad\",", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Move_OntoAnother_ComesToStandBesideIt()
    {
        DefinitionDraft draft = Edited.Draft().With(new PlaceActivities());

        DefinitionDraft after = draft.With(new MoveActivity("b", X(draft, "c") - X(draft, "b"), 0));

        Assert.DoesNotContain(after.Drawing.Activities, one => after.Drawing.Activities.Any(other => one != other && Cover(one, other)));
        Assert.NotEqual(draft.Text, after.Text);
    }

    [Fact]
    public void Move_ByAStepAgainstAnother_GoesOnBehindIt()
    {
        DefinitionDraft draft = Edited.Draft();

        DefinitionDraft after = Enumerable.Range(0, 20).Aggregate(draft, (moved, _) => moved.With(new MoveActivity("b", 10, 0) { IsStep = true }));

        Assert.True(X(after, "b") > X(after, "c"));
    }

    [Fact]
    public void Add_ToAFlowchart_GetsAnIdOfItsOwnAndAFreePlace()
    {
        DefinitionDraft after = Edited.Draft().With(new AddActivity("MlopsSandbox.Prep", After: "a")).With(new AddActivity("MlopsSandbox.Prep"));

        Assert.Equal(["a", "b", "c", "prep", "prep2"], after.Sketch.Root.Activities.Select(activity => activity.Id));
        Assert.Equal(5, after.Drawing.Activities.Count);
        Assert.DoesNotContain(after.Drawing.Activities, one => after.Drawing.Activities.Any(other => one != other && Cover(one, other)));
    }

    [Fact]
    public void Add_UnknownType_IsRefused() =>
        Assert.Contains("expected one of the palette", Assert.Throws<EditException>(() => Edited.Draft().With(new AddActivity("Elsa.Wish"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Delete_TakesItsConnectionsOfEitherFormWithIt()
    {
        DefinitionDraft after = Edited.Draft().With(new DeleteActivity("b"));

        Assert.Equal(["a", "c"], after.Sketch.Root.Activities.Select(activity => activity.Id));
        Assert.Contains("\"connections\": []", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Connect_AndDisconnect_GivesTheFormerConnections()
    {
        DefinitionDraft draft = Edited.Draft();

        DefinitionDraft connected = draft.With(new ConnectActivities("a", "Done", "c"));

        Assert.Equal(["a:Done->b:In", "b->c", "a:Done->c:In"], connected.Sketch.Root.Connections.Select(connection => connection.ToString()));
        Assert.Equal(draft.Text, connected.With(new DisconnectActivities("a", "Done", "c")).Text);
        Assert.Throws<EditException>(() => connected.With(new ConnectActivities("b", "Done", "c")));
        Assert.Throws<EditException>(() => connected.With(new DisconnectActivities("a", "Done", "f")));
    }

    [Theory]
    [InlineData("Literal", "30", "\"value\": 30")]
    [InlineData("Literal", "many", "\"value\": \"many\"")]
    [InlineData("JavaScript", "getInput('n') * 2", "\"value\": \"getInput('n') * 2\"")]
    [InlineData("Variable", "kept", "\"id\":\"v-kept\"")]
    [InlineData("Input", "scenario", "\"name\":\"scenario\"")]
    public void SetInput_ThatIsSet_WritesOnlyItsExpression(string language, string value, string written)
    {
        DefinitionDraft after = Edited.Draft().With(new SetActivityInput("c", "trials", language, value));

        string line = after.Text.Split('\n').Single(line => line.Contains("\"trials\"", StringComparison.Ordinal));
        Assert.Contains(written, line, StringComparison.Ordinal);
        Assert.Contains("\"memoryReference\": null", line, StringComparison.Ordinal);
        Assert.Equal((language, value), (after.Sketch.Find("c")!.Inputs["trials"].Expression.Type, SetActivityInput.Shown(after.Sketch.Find("c")!.Inputs["trials"].Expression)));
    }

    [Fact]
    public void SetInput_ThenClear_GivesTheFormerText()
    {
        DefinitionDraft draft = Edited.Draft();

        Assert.Equal(draft.Text, draft.With(new SetActivityInput("a", "source", "Literal", "history")).With(new ClearActivityInput("a", "source")).Text);
    }

    [Fact]
    public void SetInput_OfAVariableThatIsNotDeclared_SaysWhichAre() =>
        Assert.Contains("expected one of kept", Assert.Throws<EditException>(() => Edited.Draft().With(new SetActivityInput("c", "trials", "Variable", "gone"))).Message, StringComparison.Ordinal);

    [Fact]
    public void NumberVersion_RaisesVersionAndId()
    {
        WorkflowDefinition after = Edited.Draft().With(new NumberVersion(4)).Sketch;

        Assert.Equal((4, "edited-v4", true), (after.Version, after.Id, after.IsPublished));
    }

    [Fact]
    public void Draft_WithUnknownTypeAndMissingInput_IsDrawnWithItsProblems()
    {
        DefinitionDraft draft = Edited.Draft(Edited.Text.Replace("MlopsSandbox.Prep", "Acme.Prep", StringComparison.Ordinal));

        Assert.False(draft.IsWalkable);
        Assert.Equal(["a", "b", "c"], draft.Drawing.Activities.Select(drawn => drawn.Activity.Id));
        Assert.Equal(2, draft.Drawing.Arrows.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"definitionId\": ")]
    [InlineData("[]")]
    [InlineData("{ \"definitionId\": \"x\" }")]
    public void Draft_ThatCannotBeDrawn_SaysWhy(string text) => Assert.Contains("Mend the file", Assert.Throws<EditException>(() => Edited.Draft(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Edits_OfATextInOneLine_StayInIt()
    {
        DefinitionDraft draft = Edited.Draft(new Drawing().Line("a").Line("b").Text());

        DefinitionDraft after = draft.With(new ConnectActivities("a", "Done", "b")).With(new MoveActivity("a", 0, 100));

        Assert.DoesNotContain('\n', after.Text);
        Assert.True(after.IsWalkable);
    }

    [Theory]
    [InlineData("lifecycle", "tune")]
    [InlineData("hyperparameter-sweep", "prep")]
    public void Shipped_Moved_StaysWalkableAndChangesNothingElse(string name, string id)
    {
        DefinitionDraft draft = Edited.Draft(File.ReadAllText($"workflows/{name}.json"));

        DefinitionDraft after = draft.With(new MoveActivity(id, 0, 300));

        Assert.Empty(after.Problems);
        Assert.Equal(draft.Text, draft.With(new PlaceActivities()).Text);
        Assert.Single(draft.Text.Split('\n').Zip(after.Text.Split('\n')), lines => lines.First != lines.Second);
    }

    private static double X(DefinitionDraft draft, string id) => draft.Drawing.Activities.Single(drawn => drawn.Activity.Id == id).X;

    private static double Y(DefinitionDraft draft, string id) => draft.Drawing.Activities.Single(drawn => drawn.Activity.Id == id).Y;

    private static bool Cover(DrawnActivity one, DrawnActivity other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;
}

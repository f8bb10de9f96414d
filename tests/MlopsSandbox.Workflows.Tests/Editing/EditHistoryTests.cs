using System.Text.Json.Nodes;
using CsCheck;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Editing;

namespace MlopsSandbox.Workflows.Tests.Editing;

public sealed class EditHistoryTests
{
    private static readonly string[] Ids = ["a", "b", "c", "prep", "flowchart"];
    private static readonly Gen<string> SomeId = OneOf(Ids);

    // Deletions only of what holds no unknown parts.
    private static readonly Gen<DefinitionEdit> SomeEdit = Gen.OneOf<DefinitionEdit>(
        Gen.Select(SomeId, Gen.Int[-300, 300], Gen.Int[-300, 300], Gen.Bool).Select((id, x, y, step) => (DefinitionEdit)new MoveActivity(id, x, y) { IsStep = step }),
        OneOf("MlopsSandbox.Prep", "Elsa.Flowchart", "Elsa.If").Select(type => (DefinitionEdit)new AddActivity(type)),
        OneOf("c", "prep", "flowchart").Select(id => (DefinitionEdit)new DeleteActivity(id)),
        Gen.Select(SomeId, SomeId).Select((from, to) => (DefinitionEdit)new ConnectActivities(from, "Done", to)),
        Gen.Select(SomeId, SomeId).Select((from, to) => (DefinitionEdit)new DisconnectActivities(from, "Done", to)),
        Gen.Select(SomeId, OneOf("source", "trials", "x"), OneOf("Literal", "JavaScript", "Variable"), OneOf("7", "kept", "ä \"b\"\n"))
            .Select((id, input, language, value) => (DefinitionEdit)new SetActivityInput(id, input, language, value)),
        Gen.Select(SomeId, OneOf("source", "trials", "scenario")).Select((id, input) => (DefinitionEdit)new ClearActivityInput(id, input)),
        Gen.Select(SomeId, OneOf("One", "größer \"2\"")).Select((id, name) => (DefinitionEdit)new RenameActivity(id, name)),
        OneOf("One", "Two").Select(name => (DefinitionEdit)new DescribeWorkflow(name, "What it is for.")));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void AnyEdits_KeepUnknownPartsByteForByte_AndReadAsJson(string newLine) => SomeEdit.Array[0, 25].Sample(edits =>
    {
        string text = After(edits, newLine).Now.Text;

        Assert.All(Edited.Unknown, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.IsType<JsonObject>(JsonNode.Parse(text));
        Assert.Equal(newLine.Length == 2, text.Contains('\r', StringComparison.Ordinal));
        Assert.Equal(text.Count(c => c == '\r'), newLine.Length == 2 ? text.Count(c => c == '\n') : 0);
    }, iter: 150);

    [Fact]
    public void AnyEdits_TakenBack_GiveTheExactText_AndTakenAgainTheLast() => SomeEdit.Array[0, 25].Sample(edits =>
    {
        EditHistory edited = After(edits, "\n"), back = edited;
        while (back.UndoTitle is not null) back = back.Undo();
        EditHistory again = back;
        while (again.RedoTitle is not null) again = again.Redo();

        Assert.Equal(Edited.Text, back.Now.Text);
        Assert.False(back.HasChanges);
        Assert.Equal(edited.Now.Text, again.Now.Text);
    }, iter: 150);

    [Fact]
    public void AnyEdits_WhatIsDrawnIsWhatAFileOfThatTextSays() => SomeEdit.Array[0, 25].Sample(edits =>
    {
        DefinitionDraft now = After(edits, "\n").Now;
        DefinitionReading read = DefinitionReader.Read(now.Text, "edited.json", Stages.Types);

        Assert.Equal(read.Problems, now.Problems);
        if (read.Definition is not { } definition) return;
        Assert.Equal(definition.Activities.Select(activity => activity.Id), now.Sketch.Activities.Select(activity => activity.Id));
        Assert.Equal(definition.ContentHash, now.Sketch.ContentHash);
    }, iter: 100);

    [Fact]
    public void StepsOfOneActivity_AreTakenBackAtOnce()
    {
        EditHistory history = new(Edited.Draft());

        for (int i = 0; i < 5; i++) history = history.Do(new MoveActivity("a", 0, 10) { IsStep = true });

        Assert.Equal(Edited.Text, history.Undo().Now.Text);
    }

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private static EditHistory After(DefinitionEdit[] edits, string newLine) => edits.Aggregate(new EditHistory(Edited.Draft(Edited.Text.ReplaceLineEndings(newLine))), Tried);

    private static EditHistory Tried(EditHistory history, DefinitionEdit edit)
    {
        try
        {
            return history.Do(edit);
        }
        catch (EditException)
        {
            return history;
        }
    }
}

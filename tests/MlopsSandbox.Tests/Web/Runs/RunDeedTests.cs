using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Runs;

namespace MlopsSandbox.Tests.Web.Runs;

public sealed class RunDeedTests
{
    [Theory]
    [InlineData("cancel", null, "cancel r-1")]
    [InlineData("retry", "tune", "retry r-1 tune")]
    [InlineData("approve", "ask", "approve r-1 ask --reason why not --by anna")]
    [InlineData("rerun", "tune", "rerun r-1 --from tune")]
    [InlineData("tag", null, "tag r-1 why not")]
    [InlineData("untag", "old", "tag r-1 old --remove")]
    [InlineData("note", null, "note r-1 why not --by anna")]
    public void Command_DoesTheSameInATerminal(string action, string? at, string command) =>
        Assert.Equal(command, string.Join(' ', RunDeed.Of("r-1", action, at)!.Command("why not", "anna")));

    [Fact]
    public void Command_BeforeAnybodyIsNamed_NamesNobody() =>
        Assert.Equal("note r-1 why not", string.Join(' ', new RunDeed(RunAction.Note, "r-1", null).Command("why not", "")));

    [Theory]
    [InlineData(null)]
    [InlineData("explode")]
    [InlineData("99")]
    public void Of_AddressThatAsksForNothingKnown_IsNone(string? action) => Assert.Null(RunDeed.Of("r-1", action, null));

    [Fact]
    public void Problems_WithoutAReasonAndAName_NamesBoth() =>
        Assert.Equal(["Who is ' '; expected a name.", "Reason is ''; expected why, in a few words."], new RunDeed(RunAction.Approve, "r-1", null).Problems("", " "));

    [Fact]
    public void Problems_OfTags_AreTheCommandLines() =>
        Assert.StartsWith("Tags is 'a'b'; expected a word", new RunDeed(RunAction.Tag, "r-1", null).Problems("a'b", "anna").Single());

    [Fact]
    public void IsOffered_FollowsHowTheRunStands()
    {
        RunAction[] Offered(RunRow run) => [.. Enum.GetValues<RunAction>().Where(action => RunDeed.IsOffered(action, run)).Except([RunAction.Tag, RunAction.Untag, RunAction.Note])];
        RunRow run = SomeRun.Run();

        Assert.Equal([RunAction.Cancel, RunAction.Pause], Offered(run));
        Assert.Equal([RunAction.Cancel, RunAction.Resume], Offered(run with { Status = RunStatus.Paused }));
        Assert.Equal([RunAction.Rerun], Offered(run.Ended(RunStatus.Succeeded, 1)));
        Assert.Equal([RunAction.Retry, RunAction.Rerun], Offered(run.Ended(RunStatus.Failed, 1) with { Incidents = [new IncidentRow("prep", "", "", SomeRun.Start, null)] }));
    }
}

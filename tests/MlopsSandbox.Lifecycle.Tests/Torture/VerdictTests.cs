namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>The judge of the tortured runs is itself tried with planted faults.</summary>
public sealed class VerdictTests
{
    private static readonly string[] Facts = ["run one succeeded", "dataset a version 1"];
    private static readonly Told[] Acts = [new(1, Act.Begin, "a#0/1", ""), new(1, Act.Done, "a#0/1", ""), new(1, Act.Line, "one/say#0", "hello")];
    private static readonly Ending Undisturbed = new(Facts, Acts, new HashSet<int>());

    private static IReadOnlyList<string> Judge(Ending tortured) => Verdict.Problems(Undisturbed, tortured);

    private static Ending Remembering(params string[] facts) => Undisturbed with { Remembered = facts };

    private static Ending Telling(params Told[] acts) => Undisturbed with { Told = acts };

    private static Ending TellingAlso(params Told[] acts) => Telling([.. Acts, .. acts]);

    [Fact]
    public void Problems_AsUndisturbed_None() => Assert.Empty(Judge(Undisturbed));

    [Fact]
    public void Problems_KilledBeforeTheCommit_WorkAndLineAgain_None() => Assert.Empty(Judge(
        TellingAlso(new(2, Act.Begin, "a#0/1", ""), new(2, Act.Done, "a#0/1", ""), new(2, Act.Line, "one/say#0", "hello")) with { Killed = new HashSet<int> { 1 } }));

    [Fact]
    public void Problems_AnEffectTwice_Told() => Assert.Equal(
        ["The catalog has 'dataset a version 1' 2 times; undisturbed 1."], Judge(Remembering([.. Facts, "dataset a version 1"])));

    [Fact]
    public void Problems_AnotherVersion_Told() => Assert.Equal(
        ["The catalog has 'dataset a version 2' 1 times; undisturbed 0."], Judge(Remembering([.. Facts, "dataset a version 2"])));

    [Fact]
    public void Problems_AnEffectLost_Told() => Assert.Equal(
        ["The catalog has 'dataset a version 1' 0 times; undisturbed 1."], Judge(Remembering("run one succeeded")));

    [Fact]
    public void Problems_AnotherResult_Told() => Assert.Equal(
        ["The catalog has 'run one failed' 1 times; undisturbed 0.", "The catalog has 'run one succeeded' 0 times; undisturbed 1."],
        Judge(Remembering("run one failed", "dataset a version 1")));

    [Fact]
    public void Problems_ALineLost_Told() => Assert.Equal(["The line one/say#0 'hello' was never told."], Judge(Telling(Acts[0], Acts[1])));

    [Fact]
    public void Problems_ALineUnderAnotherKey_Told() => Assert.Equal(
        ["The line one/say#1 was told as 'hello'; undisturbed never."], Judge(TellingAlso(new Told(2, Act.Line, "one/say#1", "hello"))));

    [Fact]
    public void Problems_AnotherLineUnderTheSameKey_Told() => Assert.Equal(
        ["The line one/say#0 was told as 'bye'; undisturbed 'hello'."], Judge(TellingAlso(new Told(2, Act.Line, "one/say#0", "bye"))));

    [Fact]
    public void Problems_WorkNeverDone_Told() => Assert.Equal(["a#0/1 never came to Done."], Judge(Telling(Acts[0], Acts[2])));

    [Fact]
    public void Problems_AnAttemptTooMany_Told() => Assert.Equal(
        ["a#0/2 came to Begin, which it never does undisturbed."], Judge(TellingAlso(new Told(1, Act.Begin, "a#0/2", ""))));

    [Fact]
    public void Problems_BegunTwiceInOneProcess_Told() => Assert.Equal(
        ["a#0/1 began twice in process 1."], Judge(TellingAlso(new Told(1, Act.Begin, "a#0/1", "")) with { Killed = new HashSet<int> { 1 } }));

    [Fact]
    public void Problems_BegunAgainWithoutAKill_Told() => Assert.Equal(
        ["a#0/1 began again in process 2, though nobody had killed process 1."], Judge(TellingAlso(new Told(2, Act.Begin, "a#0/1", ""))));
}

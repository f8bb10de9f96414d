using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Tests.Definitions;

/// <summary>One broken definition a case; the whole message is expected.</summary>
public sealed class DefinitionReaderTests
{
    [Theory]
    [InlineData("{ \"definitionId\": \"x\",\n  \"root\": }", "drawn.json:2:11: the text is no JSON: '}' is an invalid start of a value. " +
        "Expected an Elsa 3 workflow definition; mend the text at this place.")]
    [InlineData("", "drawn.json:1:1: the text is no JSON: it is empty. " +
        "Expected an Elsa 3 workflow definition; mend the text at this place.")]
    [InlineData("[]", "drawn.json:1:1: the document is an array; expected an object with \"definitionId\" and \"root\", as Elsa Studio exports it.")]
    [InlineData("{\"definitionId\":\"x\"}", "drawn.json:1:1: $.root: root is missing; expected an activity, most often an Elsa.Flowchart. " +
        "Set \"root\": { \"id\": \"flowchart\", \"type\": \"Elsa.Flowchart\", … }.")]
    [InlineData("{\"definitionId\":\"x\",\"root\":5}", "drawn.json:1:21: $.root: root is 5; expected an activity, most often an Elsa.Flowchart. " +
        "Set \"root\": { \"id\": \"flowchart\", \"type\": \"Elsa.Flowchart\", … }.")]
    [InlineData("{\"root\":{\"id\":\"f\",\"type\":\"Elsa.Flowchart\"}}", "drawn.json:1:1: $.definitionId: definitionId is missing; " +
        "expected the name that runs call the workflow by. " +
        "Set \"definitionId\", for example \"lifecycle\".")]
    [InlineData("{\"definitionId\":\"x\",\"version\":\"two\",\"root\":{\"id\":\"f\",\"type\":\"Elsa.Flowchart\"}}",
        "drawn.json:1:21: $.version: version is \"two\"; expected a whole number from 1. Set \"version\": 1.")]
    [InlineData("{\"definitionId\":\"x\",\"root\":{\"type\":\"Elsa.Flowchart\"}}",
        "drawn.json:1:21: $.root: an activity of type 'Elsa.Flowchart' has no id; expected a text that is unique in the workflow. Set \"id\".")]
    public void Read_BrokenDocument_TellsWhereAndWhat(string text, string expected) => Expect(DefinitionReader.Read(text, "drawn.json", Stages.Types), expected);

    [Fact]
    public void Read_UnknownType_SuggestsTheNearest() => Expect(new Drawing().Box("tune", "MlopsSandbox.Tunne"),
        "activity 'tune' (MlopsSandbox.Tunne): type 'MlopsSandbox.Tunne' is unknown; " +
        $"expected one of the {Stages.Types.Descriptors.Count} types that are registered. Did you mean 'MlopsSandbox.Tune'?");

    [Fact]
    public void Read_TypeLikeNoOther_SuggestsNothing() => Expect(new Drawing().Box("mail", "Acme.SendMail"),
        $"activity 'mail' (Acme.SendMail): type 'Acme.SendMail' is unknown; expected one of the {Stages.Types.Descriptors.Count} types that are registered.");

    [Theory]
    [InlineData("Elsa.Delay", "timeSpan", "5 minutes",
        "timeSpan: the value is \"5 minutes\"; expected a time span (TimeSpan) as [d.]hh:mm:ss. How long to wait, as [d.]hh:mm:ss.")]
    [InlineData("Elsa.StartAt", "dateTime", "tomorrow",
        "dateTime: the value is \"tomorrow\"; expected a time (DateTimeOffset) such as 2026-03-01T06:00:00Z. The time, such as 2026-03-01T06:00:00Z.")]
    [InlineData("Elsa.Cron", "cronExpression", "0 6 * * MON", "cronExpression is '0 6 * * MON', which has five fields; expected six fields " +
        "(second, minute, hour, day of month, month, day of week), such as '0 0 6 * * MON'. Put the second before them: '0 0 6 * * MON'.")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 0 30 2 *",
        "cronExpression is '0 0 0 30 2 *', which is never due; expected a date that exists. Correct day and month.")]
    public void Read_TimeThatCantBeRead_SaysWhatIsExpected(string type, string input, string value, string message) => Expect(
        new Drawing().Box("wait", type, (input, Drawing.Literal(value))), $"activity 'wait' ({type}): {message}");

    [Theory]
    [InlineData("Elsa.Cron", "cronExpression is not set; expected second, minute, hour, day of month, month and day of week in UTC, such as 0 0 6 * * MON. Set \"cronExpression\".")]
    [InlineData("Elsa.Event", "eventName is not set; expected the name of the event, in its own case. Set \"eventName\".")]
    [InlineData("Elsa.PublishEvent", "eventName is not set; expected the name of the event, in its own case. Set \"eventName\".")]
    [InlineData("Elsa.RunTask", "taskName is not set; expected the name of the task. Set \"taskName\".")]
    public void Read_ActivityThatLacksWhatItWaitsFor_IsTold(string type, string message) => Expect(
        new Drawing().Box("wait", type), $"activity 'wait' ({type}): {message}");

    [Fact]
    public void Read_TimerThatStartsRunsWithoutAPause_IsRefused() => Expect(
        new Drawing().Trigger("tick", "Elsa.Timer", ("interval", Drawing.Literal("00:00:00"))),
        "activity 'tick' (Elsa.Timer): interval is 00:00:00; expected at least 00:00:01 between two runs, as this activity starts them (canStartWorkflow).");

    [Fact]
    public void Read_SecondTrigger_IsNoUnreachableActivity() => Expect(new Drawing()
        .Trigger("a", "Elsa.Event", ("eventName", Drawing.Literal("a"))).Trigger("b", "Elsa.Event", ("eventName", Drawing.Literal("b"))).Line("end").Arrows("b>end"));

    [Fact]
    public void Read_DoubledId_NamesTheFirstPlace() => Expect(new Drawing().Line("a").Line("a"),
        "activity 'a' (Elsa.WriteLine): the id is used twice, first at $.root.activities[0]; " +
        "expected ids that are unique in the workflow. Rename one of them.");

    [Fact]
    public void Read_ConnectionToNothing_SuggestsTheNearest() => Expect(new Drawing().Line("ingest").Line("prep").Arrows("ingest>perp"),
        "warning: activity 'prep' (Elsa.WriteLine): no connection leads here from the start, 'ingest', so that it never runs; " +
        "expected one. Connect it or remove it.",
        "the connection leads to activity 'perp', which flowchart 'f' doesn't contain; expected one of its activities. Did you mean 'prep'?");

    [Fact]
    public void Read_ConnectionFromNothing_IsAnError() => Expect(new Drawing().Line("a").Arrows("b>a"),
        "the connection leads from activity 'b', which flowchart 'f' doesn't contain; expected one of its activities.");

    [Fact]
    public void Read_UnknownPort_ListsThePorts() => Expect(new Drawing().Box("evaluate", "MlopsSandbox.Evaluate").Line("a").Line("b").Arrows("evaluate:Acepted>a", "evaluate:Rejected>b"),
        "warning: activity 'evaluate' (MlopsSandbox.Evaluate): port 'Accepted' has no connection, so that a walk that leaves by it ends there; " +
        "expected one. Connect it to what comes next.",
        "activity 'evaluate' (MlopsSandbox.Evaluate): it never leaves by port 'Acepted'; expected one of Accepted, Rejected. Did you mean 'Accepted'?");

    [Fact]
    public void Read_PortThatTheForkDoesNotHave_Warns() => Expect(new Drawing().Fork("fork", "l").Line("a").Arrows("fork:r>a"),
        "warning: activity 'fork' (Elsa.FlowFork): it never leaves by port 'r'; expected one of l.");

    [Fact]
    public void Read_RequiredInputLeftOut_SaysWhichAndWhatItIs() => Expect(new Drawing().Box("train", "MlopsSandbox.Train"),
        "activity 'train' (MlopsSandbox.Train): trainer is not set; expected the trainer. Set \"trainer\".");

    [Fact]
    public void Read_LiteralOutsideOfTheAllowed_ListsThem() => Expect(new Drawing().Box("train", "MlopsSandbox.Train", ("trainer", Drawing.Literal("lightgmb"))),
        "activity 'train' (MlopsSandbox.Train): trainer is 'lightgmb'; expected one of sdca, lbfgs, fasttree, lightgbm. Did you mean 'lightgbm'?");

    [Fact]
    public void Read_LiteralOfTheWrongType_ShowsTheValue() => Expect(new Drawing().Box("tune", "MlopsSandbox.Tune", ("trials", Drawing.Literal("many", "Int32"))),
        "activity 'tune' (MlopsSandbox.Tune): trials: the value is \"many\"; expected a whole number (Int32). How many trials to run, 1 to 1000.");

    [Fact]
    public void Read_UnknownJoinMode_ListsTheModes() => Expect(new Drawing().Join("join", "WaitSome"),
        "activity 'join' (Elsa.FlowJoin): mode is 'WaitSome'; expected one of WaitAll, WaitAllActive, WaitAny.");

    [Fact]
    public void Read_MalformedScript_TellsTheLineInTheScript() => Expect(new Drawing().Decision("d", "1 +\n * 2").Line("a").Arrows("d:True>a", "d:False>a"),
        "activity 'd' (Elsa.FlowDecision): the JavaScript is malformed in its line 2, column 2: Unexpected token '*'; " +
        "expected an expression such as getInput('scenario').");

    [Fact]
    public void Read_UnknownLanguage_ListsTheKnown() => Expect(new Drawing().Box("a", "Elsa.WriteLine", ("text", Drawing.Value("String", "Javascrpt", "1"))),
        "activity 'a' (Elsa.WriteLine): expression type 'Javascrpt' is unknown; " +
        "expected one of Literal, Object, Json, Variable, Input, Output, JavaScript, Liquid. Did you mean 'JavaScript'?");

    [Fact]
    public void Read_ExpressionOfAnUndeclaredVariable_IsAnError() => Expect(
        new Drawing().Variable("Model", "String", "").Box("a", "Elsa.WriteLine", ("text", Drawing.Value("String", "Variable", "{\"id\":\"v-x\",\"name\":\"Modle\"}"))),
        "activity 'a' (Elsa.WriteLine): the expression reads variable 'Modle', which neither the workflow nor a container around it declares; " +
        "expected { \"id\", \"name\" } of a declared variable. Did you mean 'Model'?");

    [Fact]
    public void Read_SetVariableOfAnUndeclaredOne_ListsTheDeclared() => Expect(new Drawing().Variable("Model", "String", "").Set("set", "Modell", "1"),
        "activity 'set' (Elsa.SetVariable): variable is 'v-Modell', which is not declared; " +
        "expected one of 'v-Model'. Declare it in the definition's \"variables\".");

    [Fact]
    public void Read_InputThatIsNotDeclared_Warns() => Expect(new Drawing().Box("a", "Elsa.WriteLine",
            ("text", Drawing.Value("String", "Input", "{\"name\":\"scenario\"}"))),
        "warning: activity 'a' (Elsa.WriteLine): the expression reads input 'scenario', which the workflow doesn't declare; " +
        "expected one of its inputs. Declare it in \"inputs\".");

    [Fact]
    public void Read_InputExpressionWithoutAName_IsAnError() => Expect(new Drawing().Input("scenario").Box("a", "Elsa.WriteLine", ("text", Drawing.Value("String", "Input", "scenario"))),
        "activity 'a' (Elsa.WriteLine): the expression's value is \"scenario\"; expected the input it reads, such as { \"name\": \"scenario\" }.");

    [Fact]
    public void Read_InputThatTheTypeDoesNotHave_Warns() => Expect(new Drawing().Box("tune", "MlopsSandbox.Tune", ("trails", Drawing.Literal(16, "Int32"))),
        "warning: activity 'tune' (MlopsSandbox.Tune): trails is no input of this type and is not used; " +
        "expected one of trials, batch, trainer. Did you mean 'trials'?");

    [Fact]
    public void Read_OutputToAnUndeclaredVariable_Warns() => Expect(
        new Drawing().Variable("Model", "String", "").Box("t", "MlopsSandbox.Train", ("trainer", Drawing.Literal("sdca")), ("result", Drawing.Output("v-Modell"))),
        "warning: activity 't' (MlopsSandbox.Train): result is written to variable 'v-Modell', which is not declared, so that it is lost; " +
        "expected one of v-Model. Did you mean 'v-Model'?");

    [Fact]
    public void Read_LoopThatCanNeitherLeaveNorWait_IsAnError() => Expect(new Drawing().Line("a").Line("b").Line("c").Arrows("a>b", "b>c", "c>b"),
        "activity 'b' (Elsa.WriteLine): the loop 'b' → 'c' → 'b' can neither leave nor wait; expected a decision with a way out, or an activity that waits. " +
        "Add an Elsa.FlowDecision with a port that leads out of the loop.");

    [Fact]
    public void Read_LoopWithAWayOut_IsFine() => Expect(new Drawing().Line("a").Decision("d", "true").Line("end").Arrows("a>d", "d:True>a", "d:False>end"));

    [Fact]
    public void Read_LoopOfStagesOnly_IsAnError() => Expect(new Drawing().Line("a").Stage("b").Arrows("a>b", "b>a"),
        "activity 'a' (Elsa.WriteLine): the loop 'a' → 'b' → 'a' can neither leave nor wait; expected a decision with a way out, or an activity that waits. " +
        "Add an Elsa.FlowDecision with a port that leads out of the loop.");

    [Fact]
    public void Read_VariableOfTheWrongType_ShowsTheValue() => Expect(new Drawing().Variable("N", "Int32", "three").Line("a"),
        "variable 'N' (Int32): the value is \"three\"; expected a whole number (Int32). Set \"value\" to one, or leave it out.");

    [Fact]
    public void Read_SwitchCaseWithoutLabel_IsAnError() => Expect(
        new Drawing().Box("s", "Elsa.FlowSwitch", ("cases", JsonNode.Parse("[{\"condition\":{\"type\":\"JavaScript\",\"value\":\"true\"}}]"))).Line("a")
            .Arrows("s:Default>a", "s:>a"),
        "activity 's' (Elsa.FlowSwitch): case 1 has no label; expected a text that names its port. Set \"label\".");

    [Theory]
    [InlineData("waitall", "mode is 'waitall'; expected one of WaitAll, WaitAllActive, WaitAny. Did you mean 'WaitAll'?")]
    [InlineData("7", "mode is '7'; expected one of WaitAll, WaitAllActive, WaitAny.")]
    public void Read_JoinModeThatElsaFaultsOn_IsAnError(string mode, string expected) => Expect(new Drawing().Join("join", mode), $"activity 'join' (Elsa.FlowJoin): {expected}");

    [Fact]
    public void Read_JoinModeAsANumber_WarnsThatItIsNotCounted() => Expect(new Drawing().Box("join", "Elsa.FlowJoin", ("mode", Drawing.Literal(2))),
        "warning: activity 'join' (Elsa.FlowJoin): mode is the number 2, which reads as 'WaitAll', here as on Elsa; expected a name: WaitAll, WaitAllActive, WaitAny.");

    [Fact]
    public void Read_VariableByItsNameOnly_IsAnErrorThatTellsTheId() => Expect(
        new Drawing().Variable("Model", "String", "").Box("a", "Elsa.WriteLine", ("text", Drawing.Value("String", "Variable", "{\"name\":\"Model\"}"))),
        "activity 'a' (Elsa.WriteLine): the expression names variable 'Model' but not its id, by which variables are found; expected { \"id\": \"v-Model\" }.");

    [Fact]
    public void Read_VariableOfAContainerBesideIt_IsAnError() => Expect(
        new Drawing().Inner("inner", new Drawing().Variable("N", "Int32", "1").Line("b")).Box("a", "Elsa.WriteLine", ("text", Drawing.Value("String", "Variable", "{\"id\":\"v-N\"}"))).Arrows("inner>a"),
        "activity 'a' (Elsa.WriteLine): the expression reads variable 'v-N', which neither the workflow nor a container around it declares; " +
        "expected { \"id\", \"name\" } of a declared variable.");

    [Fact]
    public void Read_OutputExpression_WarnsThatItGivesNothing() => Expect(new Drawing().Box("a", "Elsa.WriteLine", ("text", Drawing.Value("String", "Output", "b"))),
        "warning: activity 'a' (Elsa.WriteLine): an Output expression in a file gives nothing, here as on Elsa; expected a script such as getOutputFrom('check', 'Result').");

    [Fact]
    public void Read_UnknownTypeInABranch_IsTold() => Expect(new Drawing().Box("check", "Elsa.If", ("then", Box("tune", "MlopsSandbox.Tunne"))),
        "activity 'tune' (MlopsSandbox.Tunne): type 'MlopsSandbox.Tunne' is unknown; " +
        $"expected one of the {Stages.Types.Descriptors.Count} types that are registered. Did you mean 'MlopsSandbox.Tune'?");

    [Fact]
    public void Read_IdUsedTwiceInACase_NamesBothPlaces() => Expect(
        new Drawing().Line("a").Box("s", "Elsa.Switch", ("cases", JsonNode.Parse("[{\"label\":\"x\",\"activity\":{\"id\":\"a\",\"type\":\"Elsa.Start\"}}]"))).Arrows("a>s"),
        "activity 'a' (Elsa.Start): the id is used twice, first at $.root.activities[0]; expected ids that are unique in the workflow. Rename one of them.");

    [Theory]
    [InlineData("then", "5", "the activity is 5; expected an object with \"id\" and \"type\".")]
    [InlineData("els", "{\"id\":\"b\",\"type\":\"Elsa.Start\"}",
        "warning: activity 'check' (Elsa.If): 'els' is no place for an activity in this type, so that 'b' never runs; expected one of then, else. Did you mean 'else'?")]
    public void Read_BranchThatIsNone_IsTold(string branch, string json, string expected) =>
        Expect(new Drawing().Box("check", "Elsa.If", (branch, JsonNode.Parse(json))), expected);

    [Theory]
    [InlineData("Elsa.While")]
    [InlineData("Elsa.For")]
    [InlineData("Elsa.ForEach")]
    public void Read_LoopWithoutABody_Warns(string type) => Expect(new Drawing().Box("loop", type),
        $"warning: activity 'loop' ({type}): it has no body, so that it does nothing; expected an activity. Set \"body\".");

    [Fact]
    public void Read_LoopThatNothingEnds_IsAnError() => Expect(
        new Drawing().Box("loop", "Elsa.While", ("condition", Drawing.Literal(true, "Boolean")), ("body", Box("a", "Elsa.Start"))),
        "activity 'loop' (Elsa.While): the condition is always true, and nothing in the body leaves the loop or waits; " +
        "expected a loop that ends. Add an Elsa.Break, or let the condition change.");

    [Fact]
    public void Read_BreakOutsideOfLoops_Warns() => Expect(new Drawing().Box("b", "Elsa.Break"),
        "warning: activity 'b' (Elsa.Break): there is no loop around it, so that it just ends what contains it; expected an Elsa.While, Elsa.For or Elsa.ForEach.");

    [Fact]
    public void Read_ItemsThatNoParallelLoopFinds_Warns() => Expect(
        new Drawing().Box("each", "Elsa.ParallelForEach", ("items", Drawing.Value("Object", "Object", "[1,2]")), ("body", Box("a", "Elsa.Start"))),
        "warning: activity 'each' (Elsa.ParallelForEach): the items are written as a text, in which this activity finds none, here as on Elsa; expected a list. " +
        "Use the expression type JavaScript.");

    [Fact]
    public void Read_UnknownExecutionMode_SuggestsTheNearest()
    {
        const string text = """
            {
              "definitionId": "x",
              "customProperties": {
                "Flowchart:ExecutionMode": "TokenBase"
              },
              "root": { "id": "f", "type": "Elsa.Flowchart" }
            }
            """;

        Expect(DefinitionReader.Read(text, "drawn.json", Stages.Types), "drawn.json:4:5: $.customProperties.Flowchart:ExecutionMode: " +
            "Flowchart:ExecutionMode is the text \"TokenBase\"; expected one of Default, TokenBased, CounterBased. Did you mean 'TokenBased'?");
    }

    [Fact]
    public void Read_UnknownExecutionModeOfAFlowchartInside_IsTold() => Expect(new Drawing().Inner("inner", new Drawing().Mode(1).Line("a")),
        "activity 'inner' (Elsa.Flowchart): Flowchart:ExecutionMode is 1; expected one of Default, TokenBased, CounterBased.");

    [Theory]
    [InlineData("Convrge", "mergeMode is the text \"Convrge\"; expected one of None, Stream, Merge, Converge, Cascade, Race. Did you mean 'Converge'?")]
    [InlineData("WaitAll", "mergeMode is the text \"WaitAll\"; expected one of None, Stream, Merge, Converge, Cascade, Race.")]
    public void Read_UnknownMergeMode_IsAnError(string mode, string expected) =>
        Expect(new Drawing().Tokens().Line("a").Merge("a", mode), $"activity 'a' (Elsa.WriteLine): {expected}");

    [Fact]
    public void Read_MergeModeWhereCountersWalk_WarnsThatItDoesntCount() => Expect(new Drawing().Line("a").Merge("a", "Race"),
        "warning: activity 'a' (Elsa.WriteLine): mergeMode is Race, which only counts in a flowchart that is walked by tokens; expected one around it. " +
        "Set \"Flowchart:ExecutionMode\": \"TokenBased\" in the flowchart's customProperties, or leave mergeMode out.");

    [Fact]
    public void Read_MergeModeOnAJoin_WarnsThatItsOwnModeCounts() => Expect(new Drawing().Tokens().Join("j", "WaitAll").Merge("j", "Race"),
        "warning: activity 'j' (Elsa.FlowJoin): mergeMode is Race, which a join doesn't use; expected its mode to say when it is due. Set \"mode\".");

    [Fact]
    public void Read_LoopEnteredInTwoPlaces_IsNoProblemWhereTokensWalk() => Expect(new Drawing().Tokens().Fork("fork", "a", "b").Line("a").Line("b").Decision("d", "true").Line("end")
        .Arrows("fork:a>a", "fork:b>b", "a>d", "b>d", "d:True>a", "d:False>end"));

    [Fact]
    public void Read_SeveralProblems_TellsThemAllInOrderOfPlace()
    {
        var reading = new Drawing().Box("a", "Elsa.WriteLin").Box("t", "MlopsSandbox.Train").Decision("d", "(").Read();

        Assert.Null(reading.Definition);
        Assert.Equal(["$.root.activities[0].type", "$.root.activities[1]", "$.root.activities[2].condition.expression.value"],
            reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Path));
    }

    [Fact]
    public void Read_ByteOrderMark_IsSkipped()
    {
        byte[] text = [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(new Drawing().Line("a").Text())];

        Assert.True(DefinitionReader.Read(text, "drawn.json", Stages.Types).IsWalkable);
    }

    private static JsonObject Box(string id, string type) => new() { ["id"] = id, ["type"] = type };

    private static void Expect(Drawing drawing, params string[] expected) =>
        Assert.Equal(expected, drawing.Read().Problems.Select(problem => (problem.Severity == ProblemSeverity.Warning ? "warning: " : "") + problem.Message));

    private static void Expect(DefinitionReading reading, string expected) => Assert.Equal([expected], reading.Problems.Select(problem => problem.ToString()));
}

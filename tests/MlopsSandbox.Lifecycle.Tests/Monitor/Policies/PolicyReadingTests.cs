using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Policies;

public sealed class PolicyReadingTests
{
    [Theory]
    [InlineData("""{"kind":"never"}""")]
    [InlineData("""{"kind":"periodic","everyDays":7.5}""")]
    [InlineData("""{"kind":"labels","everyLabels":500}""")]
    [InlineData("""{"kind":"drift"}""")]
    [InlineData("""{"kind":"quality","loss":0.05}""")]
    [InlineData("""{"kind":"estimatedQuality","loss":0.05}""")]
    [InlineData("""{"kind":"cost","retrainCost":2000,"horizonDays":30}""")]
    [InlineData("""{"kind":"any","of":[{"kind":"drift"},{"kind":"all","of":[{"kind":"periodic","everyDays":30},{"kind":"quality","loss":0.01}]}]}""")]
    [InlineData("""{"kind":"drift","data":{"kind":"window","rows":1000}}""")]
    [InlineData("""{"kind":"drift","data":{"kind":"window","days":14}}""")]
    [InlineData("""{"kind":"drift","data":{"kind":"decay","halfLifeDays":3}}""")]
    [InlineData("""{"kind":"drift","guardrails":{"minimumLabels":300,"minimumLabelsOfEachClass":30,"cooldownDays":2,"budget":{"trainings":2,"days":30},"approval":true}}""")]
    public void Parse_Written_IsWrittenTheSameAgain(string json) => Assert.Equal(json, PolicyJson.Write(PolicyReading.Parse(json, "here")).GetRawText());

    [Theory]
    [InlineData("""{"kind": "perodic"}""", "here:1:10: $.kind is 'perodic'; expected one of never, periodic, labels, drift, quality, estimatedQuality, cost, any, all. Choose one of them. Did you mean 'periodic'?")]
    [InlineData("""{"kind": "periodic"}""", "here:1:1: $ has no \"everyDays\"; expected days above 0, 36500 at most. Add \"everyDays\".")]
    [InlineData("""{"kind": "periodic", "everyDays": 0}""", "here:1:35: $.everyDays is 0; expected days above 0, 36500 at most. Change the number.")]
    [InlineData("""{"kind": "drift", "everyDays": 7}""", "here:1:32: $.everyDays is a name that nothing reads; expected kind, data, guardrails. Remove it, or correct its spelling.")]
    [InlineData("""{"kind": "any", "of": []}""", "here:1:23: $.of is an empty array; expected an array of rules, such as [{ \"kind\": \"drift\" }]. Add at least one.")]
    [InlineData("""{"kind": "drift", "data": {"kind": "window"}}""", "here:1:27: $.data has neither rows nor days; expected one of the two. A window is as long as either says.")]
    [InlineData("""{"kind": "drift", "data": {"kind": "all", "rows": 5}}""", "here:1:51: $.data.rows is not for data of kind 'all'; expected no more than the kind. Remove it, or change the kind.")]
    [InlineData("""{"kind": "drift", "guardrails": {"approval": "yes"}}""", "here:1:46: $.guardrails.approval is yes; expected true or false. Change the value.")]
    [InlineData("""["drift"]""", "here:1:1: $ is an array; expected an object such as { \"kind\": \"drift\" }. Change the value.")]
    public void Parse_Wrong_SaysWhereWhatAndWhatToDo(string json, string problem) =>
        Assert.Equal(problem, Assert.Single(Assert.Throws<ScenarioException>(() => PolicyReading.Parse(json, "here")).Problems));

    [Fact]
    public void Parse_NoJson_SaysWhere() => Assert.StartsWith("here:1:7: this is not JSON", Assert.Throws<ScenarioException>(() => PolicyReading.Parse("{\"a\": }", "here")).Message, StringComparison.Ordinal);
}

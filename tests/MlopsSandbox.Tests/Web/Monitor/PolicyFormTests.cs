using System.Text.Json;
using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Web.Monitor;

namespace MlopsSandbox.Tests.Web.Monitor;

public sealed class PolicyFormTests
{
    [Theory]
    [InlineData("""{"kind":"drift"}""")]
    [InlineData("""{"kind":"never"}""")]
    [InlineData("""{"kind":"periodic","everyDays":7,"guardrails":{"minimumLabels":900,"minimumLabelsOfEachClass":50,"cooldownDays":3,"budget":{"trainings":2,"days":30},"approval":true}}""")]
    [InlineData("""{"kind":"any","of":[{"kind":"labels","everyLabels":500},{"kind":"drift"}],"data":{"kind":"window","rows":5000}}""")]
    [InlineData("""{"kind":"all","of":[{"kind":"drift"},{"kind":"cost","retrainCost":2000,"horizonDays":30}],"data":{"kind":"decay","halfLifeDays":14}}""")]
    public void Of_APolicy_SaysTheSamePolicyAgain(string policy)
    {
        PolicyForm form = PolicyForm.Of(JsonSerializer.Deserialize<JsonElement>(policy));

        Assert.Equal(policy, PolicyJson.Write(form.Read()!).GetRawText());
    }

    [Fact]
    public void Words_OfAForm_AreTheCommandThatSetsIt()
    {
        PolicyForm form = new() { Reason = "monthly at least" };
        form.Rules.UnionWith(["periodic", "drift"]);
        form.Figures["--every-days"] = "30";
        form.Figures["--loss"] = "0.1";    // of a rule that is no longer chosen

        Assert.Equal(
            ["policies", "set", "any", "periodic", "drift", "--every-days", "30", "--endpoint", "churn-0001", "--by", "anna", "--reason", "monthly at least"],
            form.Words("churn-0001", "anna"));
    }

    [Fact]
    public void Read_WithoutARule_GivesTheScenariosOwnBack()
    {
        PolicyForm form = new();

        Assert.Null(form.Read());
        Assert.Equal("default", form.Words("churn-0001", "")[2]);
    }

    [Fact]
    public void Read_WithoutAFigureThatTheRuleNeeds_SaysWhichOne()
    {
        PolicyForm form = new();
        form.Rules.Add("periodic");

        RefusalException refused = Assert.Throws<RefusalException>(form.Read);
        Assert.StartsWith("--every-days is missing, which periodic needs; expected a number.", refused.Message);
    }

    [Fact]
    public void Read_WithTextWhereANumberBelongs_SaysWhatWasWritten()
    {
        PolicyForm form = new();
        form.Rules.Add("periodic");
        form.Figures["--every-days"] = "soon";

        Assert.Equal("--every-days is 'soon'; expected a number, such as 7.", Assert.Throws<RefusalException>(form.Read).Message);
    }
}

using System.Text.Json;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Workflows.Tests.Expressions;

/// <summary>Templates as a line of a workflow shows them; expected by Liquid's own rules.</summary>
public sealed class LiquidTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{{ Variables.N | plus: 1 }}", "5")]
    [InlineData("{{ Variables.Half }} {{ Variables.Flag }}", "1.5 true")]
    [InlineData("{{ Variables.Nope }}.{{ Nope }}.{{ Variables.List.size }}", "..3")]
    [InlineData("{% for x in Variables.List %}{{ forloop.index }}{{ x }};{% endfor %}", "1a;2b;3c;")]
    [InlineData("{{ Variables.Shape.kind.name }}", "square")]
    [InlineData("{% if Input.scenario == 'telco-churn' %}{{ Input.scenario | upcase }}{% endif %}", "TELCO-CHURN")]
    [InlineData("{{ WorkflowDefinitionId }} {{ WorkflowDefinitionVersion }} {{ CorrelationId }}", "drawn 1 ")]
    [InlineData("<b>{{ '<' }}</b>", "<b><</b>")]
    [InlineData("", "")]
    public void WriteLine_Template_ShowsItsText(string template, string expected)
    {
        var walk = Drawn(template).Walk().ToTheEnd(new Dictionary<string, JsonElement> { ["scenario"] = JsonSerializer.SerializeToElement("telco-churn") });

        Assert.Equal([expected], walk.Lines);
    }

    [Theory]
    [InlineData("{% assign s = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}")]
    [InlineData("{% assign s = 'xxxxxxxxxx' %}{% for i in (1..12) %}{% assign s = s | replace: 'x', s %}{% endfor %}")]
    [InlineData("{% capture s %}xxxxxxxxxx{% endcapture %}{% for i in (1..60) %}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}")]
    [InlineData("{% for i in (1..300) %}{% for j in (1..300) %}{% for k in (1..300) %}{% assign n = k %}{% endfor %}{% endfor %}{% endfor %}")]
    [InlineData("{{ 'now' | date: '%Y' }}")]
    [InlineData("{% include 'passwd' %}")]
    public void WriteLine_TemplateWithoutEndOrOutOfTheBox_Faults(string template)
    {
        var walk = Drawn(template).Walk().ToTheEnd();

        Assert.Equal(InstanceStatus.Faulted, walk.State.Status);
        Assert.StartsWith("activity 'a' (Elsa.WriteLine): text: the template ", walk.State.Fault, StringComparison.Ordinal);
        Assert.Empty(walk.Lines);
    }

    [Theory]
    [InlineData("{% if %}")]
    [InlineData("{% for i in (1..100000000) %}x{% endfor %}")]
    [InlineData("{% for i in (1..Variables.N) %}x{% endfor %}")]
    public void Read_MalformedTemplateOrRangeWithoutKnownSize_IsAnError(string template)
    {
        var problem = Assert.Single(Drawn(template).Read().Problems);

        Assert.Equal("$.root.activities[0].text.expression.value", problem.Path);
        Assert.StartsWith("activity 'a' (Elsa.WriteLine): the Liquid template is malformed: ", problem.Message, StringComparison.Ordinal);
    }

    private static Drawing Drawn(string template) => new Drawing().Input("scenario")
        .Variable("N", "Int32", 4).Variable("Half", "Double", 1.5).Variable("Flag", "Boolean", true)
        .Variable("List", "Object[]", "[\"a\",\"b\",\"c\"]").Variable("Shape", "JsonObject", "{\"kind\":{\"name\":\"square\"}}")
        .Box("a", "Elsa.WriteLine", ("text", Drawing.Value("String", "Liquid", template)));
}

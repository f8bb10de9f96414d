using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Tests.Expressions;

public sealed class JavaScriptTests
{
    private readonly Scope _scope = new();

    [Theory]
    [InlineData("1 + 2", "3")]
    [InlineData("'n=' + getVariable('N')", "\"n=4\"")]
    [InlineData("variables.N * 2", "8")]
    [InlineData("getN()", "4")]
    [InlineData("getModelName()", "\"m\"")]
    [InlineData("getInput('scenario')", "\"telco-churn\"")]
    [InlineData("getInput('none') || 'history'", "\"history\"")]
    [InlineData("getscenario()", "\"telco-churn\"")]
    [InlineData("({ a: [1, true, null], b: 'x' })", "{\"a\":[1,true,null],\"b\":\"x\"}")]
    [InlineData("undefined", "null")]
    [InlineData("0 / 0", "\"NaN\"")]
    [InlineData("-1 / 0", "\"-Infinity\"")]
    [InlineData("10n", "10")]
    [InlineData("(async () => 5)()", "5")]
    [InlineData("return 5;", "5")]
    [InlineData("stringFromBase64(stringToBase64('hé'))", "\"hé\"")]
    [InlineData("getWorkflowInstanceId() + ' ' + getWorkflowDefinitionId() + ' ' + getWorkflowDefinitionVersion()", "\"walk-0001 walk 2\"")]
    [InlineData("setCorrelationId('c'); getCorrelationId()", "\"c\"")]
    [InlineData("setWorkflowInstanceName('n'); getWorkflowInstanceName()", "\"n\"")]
    [InlineData("setN('7'); typeof getN() + typeof variables.N", "\"stringstring\"")]
    [InlineData("getVariable('nothing')", "null")]
    [InlineData("toJson({ a: 1 })", "\"{\\u0022a\\u0022:1}\"")]
    [InlineData("new Date('2026-01-01T00:00:00Z').getTime()", "1767225600000")]
    public void Evaluate_ElsasNames_GivesTheValue(string script, string json) =>
        Assert.True(JsonElement.DeepEquals(Json.Parse(json), JavaScript.Evaluate(script, _scope)), JavaScript.Evaluate(script, _scope).GetRawText());

    [Theory]
    [InlineData("setVariable('N', 7)")]
    [InlineData("variables.N = 7")]
    [InlineData("setN(7)")]
    [InlineData("setVariable('N', 1); variables.N = 7")]
    public void Evaluate_VariableIsSet_TheScopeHasIt(string script)
    {
        JavaScript.Evaluate(script, _scope);

        Assert.Equal(7, _scope.Variable("N")!.Value.GetInt32());
    }

    [Theory]
    [InlineData("setVariable('M', { a: 1 })")]
    [InlineData("variables.M = { a: 1 }")]
    public void Evaluate_UndeclaredVariableIsSet_TheScopeHasIt(string script)
    {
        JavaScript.Evaluate(script, _scope);

        Assert.Equal("{\"a\":1}", _scope.Variable("M")!.Value.GetRawText());
    }

    [Theory]    // as on Elsa, which hands out copies of arrays
    [InlineData("variables.O.a = 2", "{\"a\":2,\"l\":[]}")]
    [InlineData("getVariable('O').l.push(1)", "{\"a\":1,\"l\":[1]}")]
    [InlineData("getVariable('O'); variables.O = null", "null")]
    public void Evaluate_ObjectIsChanged_TheChangeIsKept(string script, string expected)
    {
        JavaScript.Evaluate("setVariable('O', { a: 1, l: [] })", _scope);

        JavaScript.Evaluate(script, _scope);

        Assert.Equal(expected, _scope.Variable("O")!.Value.GetRawText());
    }

    [Theory]
    [InlineData("variables.L.push(2)", "[1]")]
    [InlineData("getVariable('L').push(2)", "[1]")]
    [InlineData("variables.L = variables.L.concat([2])", "[1,2]")]
    [InlineData("const l = getVariable('L'); l.push(2); setVariable('L', l)", "[1,2]")]
    public void Evaluate_ArrayIsChanged_OnlyAnAssignmentIsKept(string script, string expected)
    {
        JavaScript.Evaluate("setVariable('L', [1])", _scope);

        JavaScript.Evaluate(script, _scope);

        Assert.Equal(expected, _scope.Variable("L")!.Value.GetRawText());
    }

    [Theory]
    [InlineData("while (true) {}", "the script ran more than 100,000 statements; expected a short expression. Look for a loop without end.")]
    [InlineData("function f() { return f(); } f()", "the script calls itself more than 100 deep; expected a short expression.")]
    [InlineData("let s = 'x'; for (let i = 0; i < 60; i++) s = s + s; s.length", null)]
    [InlineData("const a = []; for (let i = 0; i < 90000; i++) a.push('x'.repeat(10000) + i); 1", null)]
    [InlineData("new Array(1e9).fill(0)", null)]
    [InlineData("/^(a+)+$/.test('a'.repeat(40) + 'b')", null)]
    [InlineData("require('fs')", "the script failed: require is not defined")]
    [InlineData("System.IO.File.ReadAllText('/etc/passwd')", "the script failed: System is not defined")]
    [InlineData("eval('1')", null)]
    [InlineData("new Function('return 1')()", null)]
    [InlineData("Math.random()", "the script failed: Math.random is refused, as a walk must be the same when it is taken up again")]
    [InlineData("throw new Error('no')", "the script failed: no")]
    [InlineData("Promise.reject('no')", "the script's promise was not kept: no; expected a value.")]
    [InlineData("new Promise(() => {})", null)]
    public void Evaluate_ScriptThatLeavesItsBox_IsStopped(string script, string? message)
    {
        var error = Assert.Throws<ExpressionException>(() => JavaScript.Evaluate(script, _scope));

        if (message is not null) Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("Date.now()")]
    [InlineData("new Date().getTime()")]
    [InlineData("Date()")]
    [InlineData("try { Date.now() } catch (e) { 1 }")]
    public void Evaluate_ScriptAsksForTheTime_IsRefused(string script)
    {
        var error = Assert.Throws<ExpressionException>(() => JavaScript.Evaluate(script, _scope));

        Assert.StartsWith("the script asks for the present time; expected dates that are passed in", error.Message, StringComparison.Ordinal);
    }

    private sealed class Scope : IExpressionScope
    {
        private readonly Dictionary<string, JsonElement> _variables = new() { ["N"] = Json.Parse("4"), ["model_name"] = Json.Parse("\"m\""), ["not-a-name"] = Json.Null };

        public IEnumerable<string> VariableNames => _variables.Keys;

        public IEnumerable<string> InputNames => ["scenario"];

        public JsonElement? Variable(string name) => _variables.TryGetValue(name, out var value) ? value : null;

        public JsonElement? VariableById(string id) => null;

        public WorkflowIdentity Workflow { get; } = new("walk-0001", "walk", "walk-v2", 2);

        public string? CorrelationId { get; set; }

        public string? InstanceName { get; set; }

        public void SetVariable(string name, JsonElement value) => _variables[name] = value;

        public JsonElement? LastResult => null;

        public IEnumerable<(string Accessor, string ActivityId, string Output)> OutputAccessors => [];

        public JsonElement? Output(string activityIdOrName, string? output) => null;

        public JsonElement? Input(string name) => name == "scenario" ? Json.Parse("\"telco-churn\"") : null;
    }
}

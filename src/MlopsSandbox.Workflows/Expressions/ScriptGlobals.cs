using System.Text;
using Acornima.Ast;
using Jint;
using Jint.Native;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>The functions that Elsa gives its scripts, but for those that tell the time or draw lots.</summary>
internal static class ScriptGlobals
{
    // Joining asks no limit of the engine before the text is made; 32 MB hold this many characters.
    private static readonly Prepared<Script> Guards = Engine.PrepareScript("""
        Math.random = function () { throw new Error('Math.random is refused, as a walk must be the same when it is taken up again'); };
        (function (join) {
            Array.prototype.join = function (separator) {
                if (this.length * (separator === undefined ? 1 : String(separator).length) > 16777216) throw new RangeError('Invalid string length');
                return join.call(this, separator);
            };
        })(Array.prototype.join);
        """);

    public static void Install(Engine engine, IExpressionScope scope)
    {
        engine.Execute(Guards);
        InstallTexts(engine);
        InstallWorkflow(engine, scope);
        InstallOutputs(engine, scope);
        engine.SetValue("getInput", (string name) => JavaScript.FromJson(engine, scope.Input(name)));
        foreach (var name in scope.InputNames.Where(ScriptVariables.IsIdentifier))
            engine.SetValue("get" + name, () => JavaScript.FromJson(engine, scope.Input(name)));
    }

    private static void InstallTexts(Engine engine)
    {
        engine.SetValue("isNullOrWhiteSpace", (string? text) => string.IsNullOrWhiteSpace(text));
        engine.SetValue("isNullOrEmpty", (string? text) => string.IsNullOrEmpty(text));
        engine.SetValue("toJson", (JsValue value) => JavaScript.ToJson(engine, value).GetRawText());
        engine.SetValue("stringToBase64", (string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
        engine.SetValue("stringFromBase64", (string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text)));
    }

    private static void InstallOutputs(Engine engine, IExpressionScope scope)
    {
        engine.SetValue("getOutputFrom", (string activity, string? output) => JavaScript.FromJson(engine, scope.Output(activity, output)));
        engine.SetValue("getLastResult", () => JavaScript.FromJson(engine, scope.LastResult));
        foreach (var (name, id, output) in scope.OutputAccessors)
            engine.SetValue($"get{ScriptVariables.Pascal(output)}From{ScriptVariables.Pascal(name)}", () => JavaScript.FromJson(engine, scope.Output(id, ScriptVariables.Pascal(output))));
    }

    private static void InstallWorkflow(Engine engine, IExpressionScope scope)
    {
        engine.SetValue("getWorkflowDefinitionId", () => scope.Workflow.DefinitionId);
        engine.SetValue("getWorkflowDefinitionVersionId", () => scope.Workflow.DefinitionVersionId);
        engine.SetValue("getWorkflowDefinitionVersion", () => scope.Workflow.Version);
        engine.SetValue("getWorkflowInstanceId", () => scope.Workflow.InstanceId);
        engine.SetValue("getCorrelationId", () => scope.CorrelationId);
        engine.SetValue("setCorrelationId", (string? id) => { scope.CorrelationId = id; });
        engine.SetValue("getWorkflowInstanceName", () => scope.InstanceName);
        engine.SetValue("setWorkflowInstanceName", (string? name) => { scope.InstanceName = name; });
    }
}

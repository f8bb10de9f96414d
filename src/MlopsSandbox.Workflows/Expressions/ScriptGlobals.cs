using System.Text.Json;
using System.Text.RegularExpressions;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>The functions and objects that Elsa gives its scripts.</summary>
internal static partial class ScriptGlobals
{
    private const string Container = "variables";

    private static readonly Prepared<Script> WithoutChance = Engine.PrepareScript(
        "Math.random = function () { throw new Error('Math.random is refused, as a walk must be the same when it is taken up again'); };");

    public static void Install(Engine engine, IExpressionScope scope)
    {
        engine.SetValue("getVariable", (string name) => JavaScript.FromJson(engine, scope.Variable(name)));
        engine.SetValue("setVariable", (string name, JsValue value) => Set(engine, scope, name, value));
        engine.SetValue("getInput", (string name) => JavaScript.FromJson(engine, scope.Input(name)));
        engine.SetValue("isNullOrWhiteSpace", (string? text) => string.IsNullOrWhiteSpace(text));
        engine.SetValue("isNullOrEmpty", (string? text) => string.IsNullOrEmpty(text));
        engine.SetValue("toJson", (JsValue value) => JavaScript.ToJson(engine, value).GetRawText());
        engine.Execute(WithoutChance);
        InstallAccessors(engine, scope);
        InstallContainer(engine, scope);
    }

    /// <summary>Writes what the script assigned to <c>variables.X</c> back to the variables.</summary>
    public static void CopyBack(Engine engine, IExpressionScope scope)
    {
        if (engine.GetValue(Container) is not { } container || !container.IsObject()) return;
        foreach (var name in Names(scope))
        {
            var now = JavaScript.ToJson(engine, container.AsObject().Get(name));
            if (!JsonElement.DeepEquals(now, scope.Variable(name) ?? Json.Null)) scope.SetVariable(name, now);
        }
    }

    private static void InstallAccessors(Engine engine, IExpressionScope scope)
    {
        foreach (var name in Names(scope))
        {
            engine.SetValue("get" + Pascal(name), () => JavaScript.FromJson(engine, scope.Variable(name)));
            engine.SetValue("set" + Pascal(name), (JsValue value) => Set(engine, scope, name, value));
        }
        foreach (var name in scope.InputNames.Where(IsIdentifier))
            engine.SetValue("get" + name, () => JavaScript.FromJson(engine, scope.Input(name)));
    }

    private static void InstallContainer(Engine engine, IExpressionScope scope)
    {
        var container = new JsObject(engine);
        foreach (var name in Names(scope)) container.Set(name, JavaScript.FromJson(engine, scope.Variable(name)));
        engine.SetValue(Container, container);
    }

    private static void Set(Engine engine, IExpressionScope scope, string name, JsValue value)
    {
        var json = JavaScript.ToJson(engine, value);
        if (!scope.SetVariable(name, json))
            throw new JavaScriptException(engine.Intrinsics.Error, $"variable '{name}' is not declared; declare it in the definition's variables");
        if (engine.GetValue(Container) is { } container && container.IsObject()) container.AsObject().Set(name, JavaScript.FromJson(engine, json));
    }

    private static IEnumerable<string> Names(IExpressionScope scope) => scope.VariableNames.Where(IsIdentifier).Distinct();

    private static bool IsIdentifier(string name) => Identifier().IsMatch(name);

    private static string Pascal(string name) => WordStart().Replace(name, match => match.Groups[1].Value.ToUpperInvariant());

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$]*$")]
    private static partial Regex Identifier();

    [GeneratedRegex("(?:[_]+|^)([a-zA-Z])")]
    private static partial Regex WordStart();
}

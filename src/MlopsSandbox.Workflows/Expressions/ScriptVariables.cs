using System.Text.Json;
using System.Text.RegularExpressions;
using Jint;
using Jint.Native;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>
/// The workflow's variables as one script sees them: <c>getVariable('X')</c>, <c>getX()</c> and <c>variables.X</c> are the same value. What the script
/// assigns is kept, and what it changes inside an object; changes inside an array are lost unless it is assigned, as Elsa hands out copies of arrays.
/// </summary>
internal sealed partial class ScriptVariables(Engine engine, IExpressionScope scope)
{
    private readonly JsObject _container = new(engine);
    private readonly Dictionary<string, JsValue> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsValue> _assigned = new(StringComparer.Ordinal);

    public void Install()
    {
        engine.SetValue("getVariable", (string name) => Get(name));
        engine.SetValue("setVariable", (string name, JsValue value) => Set(name, value));
        foreach (var name in scope.VariableNames.Where(IsIdentifier).Distinct().ToArray())
        {
            _container.Set(name, Get(name));
            engine.SetValue("get" + Pascal(name), () => Get(name));
            engine.SetValue("set" + Pascal(name), (JsValue value) => Set(name, value));
        }
        engine.SetValue("variables", _container);
    }

    /// <summary>Writes what the script assigned to <c>variables.X</c>, and changed in objects, back to the variables.</summary>
    public void CopyBack()
    {
        foreach (var key in _container.GetOwnPropertyKeys()) KeepUnlessCopy(key.ToString(), _container.Get(key));
        foreach (var (name, value) in _read.Where(one => one.Value.IsObject() && !_container.HasOwnProperty(one.Key))) KeepUnlessCopy(name, value);
    }

    public static bool IsIdentifier(string name) => Identifier().IsMatch(name);

    private JsValue Get(string name)
    {
        if (_assigned.TryGetValue(name, out var assigned) || _read.TryGetValue(name, out assigned)) return assigned;
        return _read[name] = JavaScript.FromJson(engine, scope.Variable(name));
    }

    // The script goes on with the value as it was given; the next one finds it in the variable's type.
    private void Set(string name, JsValue value)
    {
        scope.SetVariable(name, JavaScript.ToJson(engine, value));
        _assigned[name] = value.IsUndefined() ? JsValue.Null : value;
        if (IsIdentifier(name)) _container.Set(name, _assigned[name]);
    }

    private void KeepUnlessCopy(string name, JsValue value)
    {
        if (value.IsArray() && _read.TryGetValue(name, out var copy) && ReferenceEquals(copy, value)) return;
        var now = JavaScript.ToJson(engine, value);
        if (!JsonElement.DeepEquals(now, scope.Variable(name) ?? Json.Null)) scope.SetVariable(name, now);
    }

    public static string Pascal(string name) => WordStart().Replace(name, match => match.Groups[1].Value.ToUpperInvariant());

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$]*$")]
    private static partial Regex Identifier();

    [GeneratedRegex("(?:[ _-]+|^)([a-zA-Z])")]
    private static partial Regex WordStart();
}

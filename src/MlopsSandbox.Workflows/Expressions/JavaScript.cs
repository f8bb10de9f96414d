using System.Text.Json;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>
/// JavaScript with Elsa's names (<c>getVariable</c>, <c>getInput</c>, <c>variables.X</c>, …), in a box: no clock, no chance, no files, no end of statements.
/// </summary>
internal static class JavaScript
{
    /// <summary>Null when the script can be read, else what is wrong with it.</summary>
    public static (string Message, int Line, int Column)? SyntaxError(string script)
    {
        try
        {
            Engine.PrepareScript(script);
            return null;
        }
        catch (ScriptPreparationException e) when (e.InnerException is Acornima.ParseErrorException error)
        {
            return (error.Description, error.LineNumber, error.Column);
        }
    }

    /// <exception cref="ExpressionException">The script is malformed, throws, or reaches a limit.</exception>
    public static JsonElement Evaluate(string script, IExpressionScope scope) => ScriptStack.Run(script, () => EvaluateHere(script, scope));

    private static JsonElement EvaluateHere(string script, IExpressionScope scope)
    {
        var engine = new Engine(Configure);
        try
        {
            var variables = new ScriptVariables(engine, scope);
            ScriptGlobals.Install(engine, scope);
            variables.Install();
            var result = ToJson(engine, engine.Evaluate(script).UnwrapIfPromise());
            variables.CopyBack();
            return result;
        }
        catch (Exception e) when (Explain(e) is { } why)
        {
            throw new ExpressionException(why, e);
        }
    }

    public static JsValue FromJson(Engine engine, JsonElement? value) =>
        value is { } known && !known.IsNothing() ? new Jint.Native.Json.JsonParser(engine).Parse(known.GetRawText()) : JsValue.Null;

    public static JsonElement ToJson(Engine engine, JsValue value)
    {
        if (value.IsUndefined() || value.IsNull()) return Json.Null;
        if (value.IsBigInt() || value.IsNumber() && !double.IsFinite(value.AsNumber())) return NumberOf(value);
        var text = new Jint.Native.Json.JsonSerializer(engine).Serialize(value);
        return text.IsString() ? Json.Parse(text.AsString()) : Json.Null;
    }

    // JSON has neither NaN nor infinities: they are kept by name, which is also how Elsa prints them.
    private static JsonElement NumberOf(JsValue value) => value.IsBigInt() ? Json.Parse(value.ToString()) : Json.Text(value.ToString());

    private static void Configure(Options options)
    {
        options.Strict(false);
        options.MaxStatements(ExpressionLimits.Statements);
        options.LimitRecursion(ExpressionLimits.Recursion);
        options.LimitMemory(ExpressionLimits.MemoryBytes);
        options.TimeoutInterval(ExpressionLimits.Time);
        options.Constraints.MaxArraySize = ExpressionLimits.ArrayItems;
        options.Constraints.RegexTimeout = ExpressionLimits.RegexTime;
        options.Constraints.PromiseTimeout = TimeSpan.FromMilliseconds(1);    // nothing in the box settles a promise after the script has run
        options.DisableStringCompilation(true);
        options.LocalTimeZone(TimeZoneInfo.Utc);
        options.Culture(System.Globalization.CultureInfo.InvariantCulture);
        options.TimeSystem = new FrozenClock();
    }

    private static string? Explain(Exception e) => e switch
    {
        StatementsCountOverflowException =>
            $"the script ran more than {ExpressionLimits.Statements:N0} statements; expected a short expression. Look for a loop without end.",
        RecursionDepthOverflowException => $"the script calls itself more than {ExpressionLimits.Recursion} deep; expected a short expression.",
        MemoryLimitExceededException => $"the script used more than {ExpressionLimits.MemoryBytes >> 20} MB; expected a short expression.",
        System.Text.RegularExpressions.RegexMatchTimeoutException =>
            $"a regular expression ran longer than {ExpressionLimits.RegexTime.TotalSeconds} s; expected a simpler pattern.",
        TimeoutException => $"the script ran longer than {ExpressionLimits.Time.TotalSeconds} s; expected a short expression.",
        JavaScriptException thrown => $"the script failed: {thrown.Message}",
        PromiseRejectedException broken => $"the script's promise was not kept: {broken.RejectedValue}; expected a value.",
        ExpressionException own => own.Message,
        JsonException => $"the script gives a value that is nested more than {ExpressionLimits.Nesting} deep; expected a flatter one.",
        OutOfMemoryException => "the script asks for more memory than there is; expected a short expression.",
        InvalidOperationException or ArgumentException or FormatException or NotSupportedException => $"the script failed: {e.Message}",
        JintException other => $"the script failed: {other.Message}",
        _ => null,
    };
}

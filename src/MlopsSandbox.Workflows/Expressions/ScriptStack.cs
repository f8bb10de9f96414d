using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;

namespace MlopsSandbox.Workflows.Expressions;

/// <summary>
/// Gives scripts that could nest things deeply a stack that is deep enough for all that their statements can nest: a stack that overflows would end the
/// process, and what the engine does natively (writing JSON, joining lists) it does by recursion without a limit.
/// </summary>
internal static partial class ScriptStack
{
    private const int Bytes = 512 << 20;    // reserved, and used only as far as the script goes
    private const int LongestPlainScript = 10_000;

    /// <summary>Runs it here when the script is a plain expression, else on a thread of its own.</summary>
    public static T Run<T>(string script, Func<T> evaluate)
    {
        if (script.Length <= LongestPlainScript && !Repeating().IsMatch(script)) return evaluate();
        var (result, failure) = (default(T)!, default(Exception));
        var thread = new Thread(() =>
        {
            try
            {
                result = evaluate();
            }
#pragma warning disable CA1031 // It is thrown again on the thread that waits.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failure = e;
            }
        }, Bytes);
        thread.Start();
        thread.Join();
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
        return result;
    }

    // Whatever runs a part of the script more than once.
    [GeneratedRegex(@"\b(?:for|while|do)\b|=>|\)\s*\{")]
    private static partial Regex Repeating();
}

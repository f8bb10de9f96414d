namespace MlopsSandbox.Workflows.Expressions;

/// <summary>An expression can't be evaluated: bad syntax, a limit that was reached, or a value that can't become the wanted type.</summary>
internal sealed class ExpressionException(string message, Exception? cause = null) : Exception(message, cause);

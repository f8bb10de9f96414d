namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>A stage cannot do its work for a reason that people can mend: bad data, a bad setting, a missing input.</summary>
public sealed class StageException : Exception
{
    /// <param name="code">Stable, kebab-case name of what is wrong, such as <c>label-one-class</c>.</param>
    /// <param name="message">Where, what was found, what was expected, what to do.</param>
    /// <param name="isRetryable">True when the same work may succeed later.</param>
    public StageException(string code, string message, bool isRetryable = false) : base(message)
    {
        Code = code;
        IsRetryable = isRetryable;
    }

    /// <summary>Stable name of what is wrong.</summary>
    public string Code { get; }

    /// <summary>True when the same work may succeed later.</summary>
    public bool IsRetryable { get; }
}

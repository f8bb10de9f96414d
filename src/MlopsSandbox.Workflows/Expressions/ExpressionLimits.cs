namespace MlopsSandbox.Workflows.Expressions;

/// <summary>What one evaluation of a script may use up.</summary>
/// <remarks>The statement limit is the one that bites first, and it bites in the same place each time; the clock is the last
/// resort against a single statement that takes for ever, and wide enough that a busy machine never turns a good script into a fault.</remarks>
internal static class ExpressionLimits
{
    public const int Statements = 100_000;
    public const int Recursion = 100;
    public const int Nesting = 64;
    public const int ArrayItems = 1_000_000;
    public const long MemoryBytes = 32L << 20;
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan RegexTime = TimeSpan.FromSeconds(1);
}

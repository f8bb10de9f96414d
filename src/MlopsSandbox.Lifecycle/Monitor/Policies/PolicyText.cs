using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>Times and numbers as decisions tell them.</summary>
internal static class PolicyText
{
    public static string Day(DateTimeOffset time) => Invariant($"{time.UtcDateTime:yyyy-MM-dd}");

    /// <summary>At most four decimals, as few as needed.</summary>
    public static string Figure(double value) => Invariant($"{value:0.####}");

    /// <summary>Such as <c>1 day</c> or <c>2.5 days</c>.</summary>
    public static string Days(double days) => days == 1 ? "1 day" : $"{Figure(days)} days";

    /// <summary>Money without cents from 100 on.</summary>
    public static string Money(double amount, string currency) => Math.Abs(amount) < 100 ? Invariant($"{amount:0.##} {currency}") : Invariant($"{amount:N0} {currency}");
}

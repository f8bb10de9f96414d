namespace MlopsSandbox.Web.Monitor;

/// <summary>Shares as people read them.</summary>
internal static class Percent
{
    /// <summary>Such as <c>34 %</c>; with a decimal below 10 % and above 90 %, where a tenth matters.</summary>
    public static string Of(double share) => share is 0 or 1 || (share is >= 0.1 and <= 0.9)
        ? FormattableString.Invariant($"{100 * share:0} %")
        : FormattableString.Invariant($"{100 * share:0.0} %");
}

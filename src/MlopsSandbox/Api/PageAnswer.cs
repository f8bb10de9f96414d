using System.Globalization;

namespace MlopsSandbox.Api;

/// <summary>Answers with a part of a list.</summary>
internal static class PageAnswer
{
    /// <summary>Header that says how many rows there are on all pages.</summary>
    public const string TotalHeader = "X-Total-Count";

    /// <summary>The rows of a page, with the total in a header.</summary>
    public static IResult Page<TPage, TRow>(this HttpResponse response, TPage page, Func<TPage, IReadOnlyList<TRow>> rows, Func<TPage, int> total)
    {
        response.Headers[TotalHeader] = total(page).ToString(CultureInfo.InvariantCulture);
        return WebHost.Answer(rows(page));
    }
}

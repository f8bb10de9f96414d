using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Web.Runs;

/// <summary>Which runs a list shows in which order, as its address has it. Pure.</summary>
internal static class RunChoice
{
    /// <summary>The order without another: the newest first.</summary>
    public const string Newest = "-started";

    /// <summary>The query that an address asks for; what it cannot mean, such as a status that there is not, it does not ask for.</summary>
    /// <param name="status">The word for how runs stand.</param>
    /// <param name="workflow">Their workflow.</param>
    /// <param name="scenario">Their scenario.</param>
    /// <param name="tag">A tag of theirs.</param>
    /// <param name="text">What their id, workflow, scenario or tags contain.</param>
    /// <param name="sort">The word for what they are sorted by, with a minus before it for the greatest first.</param>
    public static RunQuery Query(string? status, string? workflow, string? scenario, string? tag, string? text, string sort) => new()
    {
        Statuses = Word<RunStatus>(status) is { } known ? [known] : [],
        Workflow = Set(workflow),
        Scenario = Set(scenario),
        Tags = Set(tag) is { } one ? [one] : [],
        Text = Set(text),
        Sort = Word<RunSort>(sort.TrimStart('-')) ?? RunSort.Started,
        Descending = sort.StartsWith('-'),
    };

    /// <summary>True when a query lets every run through.</summary>
    public static bool TakesAll(RunQuery query) => query is { Statuses.Count: 0, Workflow: null, Scenario: null, Tags.Count: 0, Text: null };

    /// <summary>The words after <c>mlops</c> that list the same runs in the same order; the newest alone stand last in a terminal.</summary>
    public static IReadOnlyList<string> Command(RunQuery query) =>
    [
        "runs",
        .. query.Tags.SelectMany(tag => new[] { "--tag", tag }),
        .. Option("--workflow", query.Workflow),
        .. Option("--scenario", query.Scenario),
        .. query.Statuses.SelectMany(status => new[] { "--status", Tables.Word(status) }),
        .. Option("--text", query.Text),
        .. query is { Sort: RunSort.Started, Descending: true } ? Array.Empty<string>() : ["--sort", Tables.Word(query.Sort)],
        .. query is { Sort: not RunSort.Started, Descending: true } ? ["--descending"] : Array.Empty<string>(),
    ];

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];

    private static string? Set(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static T? Word<T>(string? text) where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out T known) && Enum.IsDefined(known) ? known : null;
}

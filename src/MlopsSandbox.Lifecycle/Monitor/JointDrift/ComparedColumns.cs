using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.JointDrift;

/// <summary>The features that baseline and window can be compared by, and why others can't.</summary>
/// <param name="Names">Features of one kind with a value on both sides, in the baseline's order.</param>
/// <param name="LeftOut">The others, each with the reason as a sentence.</param>
internal sealed record ComparedColumns(IReadOnlyList<string> Names, IReadOnlyList<(string Name, string Because)> LeftOut)
{
    public static ComparedColumns Of(Table baseline, Table window)
    {
        (string Name, string? Because)[] all = [.. baseline.Columns.Select(column => (column.Name, Problem(column, window)))];
        return new ComparedColumns([.. all.Where(one => one.Because is null).Select(one => one.Name)], [.. all.Where(one => one.Because is not null).Select(one => (one.Name, one.Because!))]);
    }

    /// <summary>What is told of the compared features, and of each that was left out why.</summary>
    /// <param name="subject">What they are together.</param>
    /// <param name="measure">How they are measured.</param>
    /// <param name="purpose">What takes at least two of them, such as <c>hang together</c>.</param>
    /// <param name="tell">Judges them by their names.</param>
    public IReadOnlyList<MonitorFinding> Judged(string subject, string measure, string purpose, Func<IReadOnlyList<string>, MonitorFinding> tell) =>
    [
        Names.Count < 2 ? MonitorFinding.Unjudged(subject, measure, Invariant($"{Names.Count} features have values on both sides; from 2 on they can {purpose}.")) : tell(Names),
        .. LeftOut.Select(one => MonitorFinding.Unjudged(one.Name, measure, one.Because)),
    ];

    private static string? Problem(Column before, Table window) => window.Columns.FirstOrDefault(column => column.Name == before.Name) switch
    {
        null => "The scenario no longer has this feature. Deploy the model again.",
        var now when now.GetType() != before.GetType() => "The scenario says another kind than the baseline has. Deploy the model again.",
        var now when !HasValue(now) => "No request has a value.",
        _ when !HasValue(before) => "The baseline has no value.",
        _ => null,
    };

    private static bool HasValue(Column column) => column switch
    {
        NumericColumn numeric => numeric.Values.Any(double.IsFinite),
        CategoricalColumn categorical => categorical.Values.Any(value => value is not null),
        _ => false,
    };
}

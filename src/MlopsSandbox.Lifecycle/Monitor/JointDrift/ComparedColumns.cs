using MlopsSandbox.Lifecycle.Ingest;

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

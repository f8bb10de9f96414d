using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

/// <summary>Changes traffic from a day on; rows come in order of serving.</summary>
internal static class TelcoDrift
{
    public static Table Price(Table traffic, int day, double factor) => Replace(traffic, new NumericColumn(
        "monthly_charges",
        [.. ((NumericColumn)traffic["monthly_charges"]).Values.Select((value, i) => i >= day * TelcoStory.DailyRequests ? value * factor : value)]));

    /// <summary>Two contracts exchange their names, and so their meaning.</summary>
    public static Table Contract(Table traffic, int day) => Replace(traffic, new CategoricalColumn(
        "contract",
        [.. ((CategoricalColumn)traffic["contract"]).Values.Select((value, i) => i < day * TelcoStory.DailyRequests ? value : Exchanged(value))]));

    /// <summary>Fiber customers come with another probability; nobody serves twice.</summary>
    public static Table Fiber(Table traffic, int day, double share)
    {
        int quiet = day * TelcoStory.DailyRequests;
        string?[] internet = ((CategoricalColumn)traffic["internet_service"]).Values;
        ILookup<bool, int> later = Enumerable.Range(quiet, traffic.Count - quiet).ToLookup(i => internet[i] == "Fiber optic");
        (Queue<int> fiber, Queue<int> others) = (new(later[true]), new(later[false]));
        SeededRandom random = new(traffic.RowIds[0]);
        List<int> order = [.. Enumerable.Range(0, quiet)];
        while (fiber.Count > 0 && others.Count > 0) order.Add((random.NextDouble() < share ? fiber : others).Dequeue());
        return traffic.Take(order);
    }

    /// <summary>Every second label is that of another customer: nothing shows but the quality.</summary>
    public static Table Labels(Table traffic, int day) => new(
        traffic.RowIds,
        traffic.Columns,
        [.. traffic.Labels.Select((label, i) => i < day * TelcoStory.DailyRequests || i % 2 == 0 ? label : traffic.Labels[((i * 7) + 3) % traffic.Count])]);

    public static Table Replace(Table table, Column column) =>
        new(table.RowIds, [.. table.Columns.Select(old => old.Name == column.Name ? column : old)], table.Labels);

    private static string? Exchanged(string? contract) => contract switch
    {
        "Two year" => "Month-to-month",
        "Month-to-month" => "Two year",
        _ => contract,
    };
}

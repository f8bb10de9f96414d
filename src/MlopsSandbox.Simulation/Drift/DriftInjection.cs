using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Drift;

/// <summary>Changes rows as the world has changed on the day on which they are served. Labels and row ids stay as they are. Pure.</summary>
/// <remarks>The third drift, a shift of segment, changes no row but which rows come: see <see cref="Traffic.TrafficPlan"/>.</remarks>
public static class DriftInjection
{
    /// <summary>The rows as they are served on a day.</summary>
    /// <param name="rows">Rows as the scenario's file has them.</param>
    /// <param name="day">Day of the story, from 0.</param>
    /// <param name="drift">What the story tells.</param>
    /// <param name="story">When and how.</param>
    public static Table Apply(Table rows, int day, InjectedDrift drift, DriftStory story)
    {
        if (day < story.DriftDay) return rows;
        IEnumerable<Column> columns = rows.Columns;
        if (drift is InjectedDrift.Concept or InjectedDrift.All) columns = columns.Select(column => Exchanged(column, story.Concept));
        if (drift is InjectedDrift.Price or InjectedDrift.All) columns = columns.Select(column => Priced(column, story.Price));
        return new Table(rows.RowIds, [.. columns], rows.Labels);
    }

    private static Column Exchanged(Column column, IReadOnlyList<FeatureExchange> concept) => (column, concept.FirstOrDefault(exchange => exchange.Feature == column.Name)) switch
    {
        (CategoricalColumn texts, CategoryExchange exchange) => texts with { Values = [.. texts.Values.Select(exchange.Of)] },
        (NumericColumn numbers, MirrorExchange mirror) => numbers with { Values = [.. numbers.Values.Select(mirror.Of)] },
        _ => column,
    };

    private static Column Priced(Column column, PriceRise? price) => column is NumericColumn numbers && numbers.Name == price?.Feature
        ? numbers with { Values = [.. numbers.Values.Select(value => value * price.Factor)] }
        : column;
}

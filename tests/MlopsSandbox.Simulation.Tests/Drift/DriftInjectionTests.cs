using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Tests.Drift;

public class DriftInjectionTests
{
    private static readonly DriftStory Story = new()
    {
        Days = 10,
        RequestsPerDay = 3,
        DriftDay = 4,
        Price = new PriceRise("price", 1.25),
        Segment = new SegmentShift("plan", "gold", 0.5),
        Concept = [new CategoryExchange("plan", "gold", "basic"), new MirrorExchange("age", 18, 90)],
    };

    private static readonly Table Rows = new(
        [7, 8, 9, 10],
        [
            new NumericColumn("price", [10, 20, double.NaN, 40]),
            new CategoricalColumn("plan", ["gold", "basic", "trial", null]),
            new NumericColumn("age", [18, 30, 90, double.NaN]),
        ],
        [true, false, true, false]);

    [Theory]
    [InlineData(InjectedDrift.None)]
    [InlineData(InjectedDrift.Price)]
    [InlineData(InjectedDrift.Concept)]
    [InlineData(InjectedDrift.All)]
    public void Apply_TheDayBefore_ChangesNothing(InjectedDrift drift) => Assert.Same(Rows, DriftInjection.Apply(Rows, 3, drift, Story));

    [Theory]    // prices by hand: 10 · 1.25, 20 · 1.25, missing, 40 · 1.25
    [InlineData(InjectedDrift.None, new[] { 10, 20, double.NaN, 40 })]
    [InlineData(InjectedDrift.Segment, new[] { 10, 20, double.NaN, 40 })]
    [InlineData(InjectedDrift.Concept, new[] { 10, 20, double.NaN, 40 })]
    [InlineData(InjectedDrift.Price, new[] { 12.5, 25, double.NaN, 50 })]
    [InlineData(InjectedDrift.All, new[] { 12.5, 25, double.NaN, 50 })]
    public void Apply_FromTheDayOn_RaisesThePriceByTheFactor(InjectedDrift drift, double[] expected)
    {
        foreach (int day in new[] { 4, 9 })
            Assert.Equal(expected, ((NumericColumn)DriftInjection.Apply(Rows, day, drift, Story)["price"]).Values);
    }

    [Fact]
    public void Apply_Concept_ExchangesMeaningsAndNothingElse()
    {
        Table changed = DriftInjection.Apply(Rows, 4, InjectedDrift.Concept, Story);

        Assert.Equal(new string?[] { "basic", "gold", "trial", null }, ((CategoricalColumn)changed["plan"]).Values);
        Assert.Equal([90, 78, 18, double.NaN], ((NumericColumn)changed["age"]).Values);
        Assert.Equal(Rows.Labels, changed.Labels);
        Assert.Equal(Rows.RowIds, changed.RowIds);
    }

    [Fact]
    public void Apply_ConceptTwice_GivesTheRowsBack()
    {
        Table twice = DriftInjection.Apply(DriftInjection.Apply(Rows, 4, InjectedDrift.Concept, Story), 4, InjectedDrift.Concept, Story);

        Assert.Equal(((CategoricalColumn)Rows["plan"]).Values, ((CategoricalColumn)twice["plan"]).Values);
        Assert.Equal(((NumericColumn)Rows["age"]).Values, ((NumericColumn)twice["age"]).Values);
    }
}

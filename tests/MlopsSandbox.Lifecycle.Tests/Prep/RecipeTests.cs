using System.Text;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Tests.Ingest;

namespace MlopsSandbox.Lifecycle.Tests.Prep;

public sealed class RecipeTests
{
    // Five rows of each plan, so that both have a slot; "rare" and the empty one do not reach five.
    private static readonly Table Train = Rows(
        [3, 1, 4, 1, 5, 9, 2, 6, double.NaN, double.NaN, 3.5, 3.5],
        ["gold", "gold", "gold", "gold", "gold", "basic", "basic", "basic", "basic", "basic", "rare", null]);

    private static readonly Recipe Fitted = Recipe.Fit(Train);

    [Fact]    // by hand: median of 1 1 2 3 3.5 3.5 4 5 6 9 is 3.5; with the two missing filled mean is 45/12, their squares sum to 222
    public void Fit_Numbers_LearnsFiguresOfTheTrainRows()
    {
        NumericEncoding age = (NumericEncoding)Fitted.Encodings[0];

        Assert.Equal(3.5, age.Median);
        Assert.Equal(3.75, age.Mean, 1e-12);
        Assert.Equal(Math.Sqrt((222 - (45.0 * 45 / 12)) / 12), age.StandardDeviation, 1e-12);
    }

    [Fact]
    public void SlotNames_FittedRecipe_NamesEachSlot() => Assert.Equal(["age", "plan=basic", "plan=gold", "plan missing", "plan other"], Fitted.SlotNames());

    [Fact]
    public void Apply_AnyRow_FillsOneSlotOfACategory()
    {
        Table rows = Rows([3.75, double.NaN, 0, 0, 0], ["basic", "gold", null, "rare", "never seen"]);

        float[][] vectors = Fitted.Apply(rows);

        Assert.Equal([0, 1, 0, 0, 0], vectors[0]);
        Assert.Equal((float)((3.5 - 3.75) / ((NumericEncoding)Fitted.Encodings[0]).StandardDeviation), vectors[1][0]);
        Assert.Equal([0, 1, 0, 0], vectors[1][1..]);
        Assert.Equal([0, 0, 1, 0], vectors[2][1..]);
        Assert.Equal([0, 0, 0, 1], vectors[3][1..]);
        Assert.Equal([0, 0, 0, 1], vectors[4][1..]);
    }

    [Fact]
    public void Apply_TrainRows_StandardisesThem()
    {
        float[] ages = [.. Fitted.Apply(Train).Select(vector => vector[0])];

        Assert.Equal(0, ages.Average(), 1e-6);
        Assert.Equal(1, ages.Average(age => age * age), 1e-6);
    }

    [Fact]
    public void Fit_ConstantColumns_AreDropped()
    {
        Table table = new([0, 1], [new NumericColumn("one", [1, 1]), new NumericColumn("none", [double.NaN, double.NaN]), new CategoricalColumn("same", ["a", "a"]), new NumericColumn("n", [1, 2])], [true, false]);

        Recipe recipe = Recipe.Fit(table);

        Assert.Equal(["one", "none", "same"], recipe.Dropped);
        Assert.Equal(["n"], recipe.SlotNames());
    }

    [Fact]
    public void Fit_NothingVaries_IsRefused() =>
        Assert.Equal("features-constant", Assert.Throws<StageException>(() => Recipe.Fit(new Table([0, 1], [new NumericColumn("one", [1, 1])], [true, false]))).Code);

    [Fact]
    public void FromJson_WhatWasWritten_EncodesTheSameWay()
    {
        byte[] json = Fitted.ToJson();

        Recipe read = Recipe.FromJson(json);

        Assert.Equal(json, read.ToJson());
        Assert.Equal(Fitted.Apply(Train), read.Apply(Train));
        Assert.StartsWith("{\"dropped\":[],\"encodings\":[{\"column\":\"age\",\"kind\":\"numeric\",\"mean\":3.75,\"median\":3.5,", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_ColumnOfTheOtherKind_IsRefused()
    {
        Table rows = new([0], [new CategoricalColumn("age", ["old"]), new CategoricalColumn("plan", ["gold"])], [true]);

        Assert.Equal("Column 'age' is a CategoricalColumn; the recipe expects a NumericColumn, as the model was fitted.", Assert.Throws<ArgumentException>(() => Fitted.Apply(rows)).Message);
    }

    [Fact]    // leakage: wild rows outside of train change nothing
    public void PreparedTable_OtherSplitsChange_RecipeStaysTheSame()
    {
        Dataset dataset = SyntheticRows.Dataset(300);
        double[] wild = [.. ((NumericColumn)dataset.Rows["age"]).Values.Select((age, i) => dataset.Splits[i] == Split.Train ? age : 1e6)];
        Dataset changed = new(new Table(dataset.Rows.RowIds, [new NumericColumn("age", wild), dataset.Rows["plan"]], dataset.Rows.Labels), dataset.Splits);

        Assert.Equal(PreparedTable.Of(dataset).Recipe.ToJson(), PreparedTable.Of(changed).Recipe.ToJson());
    }

    private static Table Rows(double[] ages, string?[] plans) =>
        new([.. Enumerable.Range(0, ages.Length)], [new NumericColumn("age", ages), new CategoricalColumn("plan", plans)], [.. ages.Select((_, i) => i % 2 == 0)]);
}

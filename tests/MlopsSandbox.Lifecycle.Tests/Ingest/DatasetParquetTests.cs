using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Ingest;

public sealed class DatasetParquetTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Dataset written = new(
            new Table([5, 3], [new NumericColumn("n", [double.NaN, -0.1]), new CategoricalColumn("c", [null, "é,\n"]), new CategoricalColumn("none", [null, null])], [true, false]),
            [Split.Test, Split.Train]);

        Dataset read = DatasetParquet.Read(DatasetParquet.Write(written));

        Assert.Equal([5, 3], read.Rows.RowIds);
        Assert.Equal([1, 0], read.Rows.Labels);
        Assert.Equal([Split.Test, Split.Train], read.Splits);
        Assert.Equal(["n", "c", "none"], read.Rows.Columns.Select(column => column.Name));
        Assert.Equal([double.NaN, -0.1], ((NumericColumn)read.Rows["n"]).Values);
        Assert.Equal<string?[]>([null, "é,\n"], ((CategoricalColumn)read.Rows["c"]).Values);
        Assert.Equal<string?[]>([null, null], ((CategoricalColumn)read.Rows["none"]).Values);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes() =>
        Assert.Equal(DatasetParquet.Write(SyntheticRows.Dataset(300)), DatasetParquet.Write(SyntheticRows.Dataset(300)));

    [Fact]
    public void Write_FeatureWithAReservedName_IsRefused()
    {
        Dataset dataset = new(new Table([0], [new NumericColumn("_label", [1])], [true]), [Split.Train]);

        Assert.Equal("feature-name", Assert.Throws<StageException>(() => DatasetParquet.Write(dataset)).Code);
    }
}

using System.Text.Json.Nodes;
using CsCheck;
using MlopsSandbox.Workflows.Drawings;

namespace MlopsSandbox.Workflows.Tests.Drawings;

public sealed class PictureLayoutTests
{
    private static readonly Gen<Drawing> SomeDrawing = Gen.Select(Gen.Int[1, 14], Gen.Select(Gen.Int[0, 13], Gen.Int[0, 13]).Array[0, 30]).Select(Drawn);

    [Fact]
    public void Of_AnyFlowchart_CoversNoBoxAndLeavesNoneOutside() => SomeDrawing.Sample(drawing =>
    {
        var root = PictureLayout.Of(drawing.Definition());

        foreach (var (one, index) in root.Inside.Select((box, index) => (box, index)))
        {
            Assert.DoesNotContain(root.Inside.Skip(index + 1), one.Overlaps);
            Assert.True(one.X > 0 && one.Y > 0 && one.Right < root.Width && one.Bottom < root.Height);
        }
    });

    [Fact]
    public void Of_AnyFlowchart_DrawsEachConnectionFromEdgeToEdge() => SomeDrawing.Sample(drawing =>
    {
        var definition = drawing.Definition();
        var root = PictureLayout.Of(definition);

        Assert.Equal(definition.Root.Connections.Select(connection => (connection.Source, connection.Target)),
            root.Arrows.Select(arrow => (arrow.From.Activity.Id, arrow.To.Activity.Id)));
        Assert.All(root.Arrows, arrow =>
        {
            Assert.Equal(arrow.From.Right, arrow.Way[0].X, 1e-6);
            Assert.InRange(arrow.Way[0].Y, arrow.From.Y, arrow.From.Bottom);
            Assert.Equal(arrow.To.X, arrow.Way[^1].X, 1e-6);
            Assert.Equal(arrow.To.MiddleY, arrow.Way[^1].Y, 1e-6);
            Assert.All(arrow.Way, point => Assert.True(point.X > 0 && point.Y > 0 && point.X < root.Width && point.Y < root.Height));
        });
    });

    [Fact]
    public void Of_ChainWithABranch_GoesFromLeftToRight()
    {
        var root = PictureLayout.Of(new Drawing().Decision("d", "true").Line("a").Line("b").Line("end").Arrows("d:True>a", "d:False>b", "a>end", "b>end").Definition());

        var (d, a, b, end) = (root.Inside[0], root.Inside[1], root.Inside[2], root.Inside[3]);
        Assert.True(d.Right < a.X && a.Right < end.X);
        Assert.Equal(a.MiddleX, b.MiddleX, 1e-6);
        Assert.Equal(d.MiddleY, (a.MiddleY + b.MiddleY) / 2, 1e-6);
        Assert.Equal(["True", "False", "", ""], root.Arrows.Select(arrow => arrow.Label));
    }

    [Fact]
    public void Of_ArrowPastALayer_CrossesNoBox()
    {
        var root = PictureLayout.Of(new Drawing().Fork("fork", "x", "y").Line("a").Line("b").Join("j", "WaitAll").Arrows("fork:x>a", "a>b", "b>j", "fork:y>j").Definition());

        var past = root.Arrows[3].Way;
        Assert.Equal(6, past.Count);
        Assert.All(root.Inside.Skip(1).Take(2), box => Assert.DoesNotContain(past, point => point.Y >= box.Y && point.Y <= box.Bottom && point.X >= box.X && point.X <= box.Right));
    }

    [Fact]
    public void Of_PlacesOfTheDesigner_AreKept()
    {
        var root = PictureLayout.Of(new Drawing().Placed("a", 0, 300).Placed("b", 400, 100).Arrows("a>b").Definition());

        Assert.Equal((400, -200), (root.Inside[1].X - root.Inside[0].X, root.Inside[1].Y - root.Inside[0].Y));
    }

    [Theory]
    [InlineData("{\"x\":0,\"y\":0}")]
    [InlineData("{\"x\":\"5\",\"y\":0}")]
    [InlineData("{\"x\":1e99,\"y\":0}")]
    [InlineData("7")]
    public void Of_PlacesThatCannotBeUsed_FallsBackToLayers(string position)
    {
        var drawing = new Drawing().Placed("a", 0, 0).Box("b", "Elsa.Start", ("metadata", JsonNode.Parse($"{{\"designer\":{{\"position\":{position}}}}}")));

        var root = PictureLayout.Of(drawing.Arrows("a>b").Definition());

        Assert.True(root.Inside[0].Right < root.Inside[1].X);
    }

    private static Drawing Drawn(int boxes, (int From, int To)[] arrows)
    {
        var drawing = new Drawing();
        for (var i = 0; i < boxes; i++) drawing.Decision($"b{i}", "true");    // a decision has a port that leads out of any loop
        return drawing.Arrows([.. arrows.Where(arrow => arrow.From < boxes && arrow.To < boxes).Select(arrow => $"b{arrow.From}:True>b{arrow.To}")]);
    }
}

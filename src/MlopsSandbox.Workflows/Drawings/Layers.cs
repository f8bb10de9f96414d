namespace MlopsSandbox.Workflows.Drawings;

/// <summary>
/// Boxes in layers from left to right, after Sugiyama, Tagawa and Toda (1981): a layer is one more than the highest of those that lead to it; the order within
/// a layer follows the places of the neighbours; an arrow that passes a layer gets a place of its own there, so that it crosses no box.
/// </summary>
internal sealed class Layers
{
    private const double Gap = 54, PassingHeight = 10;
    private const int Sweeps = 8;

    private readonly Dictionary<Box, Cell> _cells = [];
    private readonly Dictionary<Arrow, List<Cell>> _passed = [];
    private readonly List<List<Cell>> _layers = [];

    private Layers(IReadOnlyList<Box> boxes, IReadOnlyList<Arrow> arrows)
    {
        foreach (var (box, layer) in LayerNumbers.Of(boxes, arrows)) Add(_cells[box] = new Cell(box, box.Height), layer);
        foreach (var arrow in arrows) Lead(arrow);
    }

    public static void Place(IReadOnlyList<Box> boxes, IReadOnlyList<Arrow> arrows)
    {
        var layers = new Layers(boxes, arrows);
        layers.Order();
        layers.Align();
        layers.Settle(arrows);
        ArrowWays.Draw(boxes, arrows, arrow => layers._passed.GetValueOrDefault(arrow)?.SelectMany(cell => cell.Passage) ?? []);
    }

    private void Add(Cell cell, int layer)
    {
        while (_layers.Count <= layer) _layers.Add([]);
        cell.Layer = layer;
        _layers[layer].Add(cell);
    }

    private void Lead(Arrow arrow)
    {
        var (from, to) = (_cells[arrow.From], _cells[arrow.To]);
        for (var layer = from.Layer + 1; layer < to.Layer; layer++)
        {
            var passing = new Cell(null, PassingHeight);
            Add(passing, layer);
            if (_passed.TryGetValue(arrow, out var passed)) passed.Add(passing);
            else _passed.Add(arrow, [passing]);
        }
        if (to.Layer > from.Layer) foreach (var (before, after) in Pairs([from, .. _passed.GetValueOrDefault(arrow) ?? [], to])) Join(before, after);
    }

    private static IEnumerable<(Cell Before, Cell After)> Pairs(List<Cell> way) => way.Zip(way.Skip(1));

    private static void Join(Cell before, Cell after)
    {
        before.After.Add(after);
        after.Before.Add(before);
    }

    private void Order()
    {
        foreach (var layer in _layers) Number(layer);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var isDown = sweep % 2 == 0;
            foreach (var layer in isDown ? _layers : _layers.AsEnumerable().Reverse())
            {
                var byNeighbours = layer.OrderBy(cell => Mean(isDown ? cell.Before : cell.After, other => other.Position, cell.Position)).ToArray();
                layer.Clear();
                layer.AddRange(byNeighbours);
                Number(layer);
            }
        }
    }

    private static void Number(List<Cell> layer)
    {
        foreach (var (index, cell) in layer.Index()) cell.Position = index - (layer.Count - 1) / 2.0;
    }

    private void Align()
    {
        foreach (var layer in _layers) Stack(layer, _ => 0);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var isDown = sweep % 2 == 0;
            foreach (var layer in isDown ? _layers : _layers.AsEnumerable().Reverse())
                Stack(layer, cell => Mean(isDown ? cell.Before : cell.After, other => other.Middle, cell.Middle));
        }
    }

    // Each as near to its wish as the others let it: once pushed down from above, once up from below, and the middle of both.
    private static void Stack(List<Cell> layer, Func<Cell, double> wish)
    {
        var wishes = layer.Select(cell => wish(cell) - cell.Height / 2).ToArray();
        var (down, up) = (new double[layer.Count], new double[layer.Count]);
        for (var i = 0; i < layer.Count; i++) down[i] = i == 0 ? wishes[i] : Math.Max(wishes[i], down[i - 1] + layer[i - 1].Height + PictureLayout.RowGap);
        for (var i = layer.Count - 1; i >= 0; i--) up[i] = i == layer.Count - 1 ? wishes[i] : Math.Min(wishes[i], up[i + 1] - PictureLayout.RowGap - layer[i].Height);
        for (var i = 0; i < layer.Count; i++) layer[i].Y = (down[i] + up[i]) / 2;
    }

    private void Settle(IReadOnlyList<Arrow> arrows)
    {
        var x = 0.0;
        foreach (var layer in _layers)
        {
            var width = layer.Max(cell => cell.Box?.Width ?? 0);
            foreach (var cell in layer) cell.Settle(x, width);
            var labels = arrows.Where(arrow => _cells[arrow.From].Layer == layer[0].Layer).Select(arrow => DrawnText.Width(arrow.Label, PictureLayout.SubtitleSize));
            x += width + Gap + labels.DefaultIfEmpty().Max();
        }
    }

    private static double Mean(List<Cell> cells, Func<Cell, double> of, double otherwise) => cells.Count == 0 ? otherwise : cells.Average(of);

    private sealed class Cell(Box? box, double height)
    {
        public Box? Box => box;

        public double Height => height;

        public int Layer { get; set; }

        public double Position { get; set; }

        /// <summary>The way through the layer: straight from its left to its right.</summary>
        public (double X, double Y)[] Passage { get; private set; } = [];

        public double Y { get; set; }

        public double Middle => Y + height / 2;

        public List<Cell> Before { get; } = [];

        public List<Cell> After { get; } = [];

        public void Settle(double x, double width)
        {
            Passage = [(x, Middle), (x + width, Middle)];
            if (box is not null) (box.X, box.Y) = (x + (width - box.Width) / 2, Y);
        }
    }
}

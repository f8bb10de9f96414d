namespace MlopsSandbox.Workflows.Drawings;

/// <summary>The layer of each box: one more than the highest of those that lead to it, arrows that lead back left out.</summary>
internal static class LayerNumbers
{
    public static IEnumerable<(Box Box, int Layer)> Of(IReadOnlyList<Box> boxes, IReadOnlyList<Arrow> arrows)
    {
        var after = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        var (order, back) = DepthFirst(boxes, after);
        var layers = boxes.ToDictionary(box => box, _ => 0);
        foreach (var box in order)
            foreach (var next in after[box].Where(next => !back.Contains((box, next)))) layers[next] = Math.Max(layers[next], layers[box] + 1);
        return boxes.Select(box => (box, layers[box]));
    }

    // Boxes in an order in which every arrow but the returned ones leads on; the start first, then what it doesn't lead to.
    private static (List<Box> Order, HashSet<(Box From, Box To)> Back) DepthFirst(IReadOnlyList<Box> boxes, ILookup<Box, Box> after)
    {
        var (done, open, order, back) = (new HashSet<Box>(), new HashSet<Box>(), new List<Box>(), new HashSet<(Box, Box)>());
        foreach (var start in boxes.OrderBy(box => box.IsUnreachable).ThenBy(box => !IsStart(box)))
        {
            var stack = new Stack<(Box Box, IEnumerator<Box> Next)>();
            if (!done.Contains(start)) Enter(start);
            while (stack.TryPeek(out var top))
            {
                if (!top.Next.MoveNext())
                {
                    open.Remove(stack.Pop().Box);
                    done.Add(top.Box);
                    order.Add(top.Box);
                }
                else if (open.Contains(top.Next.Current)) back.Add((top.Box, top.Next.Current));
                else if (!done.Contains(top.Next.Current)) Enter(top.Next.Current);
            }

            void Enter(Box box)
            {
                open.Add(box);
                stack.Push((box, after[box].GetEnumerator()));
            }
        }
        order.Reverse();
        return (order, back);
    }

    private static bool IsStart(Box box) => box.Activity.Container?.Graph.Start == box.Activity;
}

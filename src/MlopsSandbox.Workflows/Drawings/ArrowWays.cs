namespace MlopsSandbox.Workflows.Drawings;

/// <summary>The ways of a flowchart's arrows: from the right side of a box to the left side of another; what leads back runs below all boxes.</summary>
internal static class ArrowWays
{
    private const double Swing = 16, LaneGap = 14;

    /// <param name="boxes">The boxes, placed.</param>
    /// <param name="arrows">The arrows between them.</param>
    /// <param name="between">Points that an arrow has to pass on its way.</param>
    public static void Draw(IReadOnlyList<Box> boxes, IReadOnlyList<Arrow> arrows, Func<Arrow, IEnumerable<(double X, double Y)>> between)
    {
        var lane = boxes.Max(box => box.Bottom);
        foreach (var leaving in arrows.GroupBy(arrow => arrow.From))
        {
            Arrow[] inOrder = [.. leaving.OrderBy(LeadsBack).ThenBy(arrow => arrow.To.MiddleY)];
            foreach (var (index, arrow) in inOrder.Index())
            {
                var start = (arrow.From.Right, Y: arrow.From.Y + arrow.From.Height * (index + 1) / (inOrder.Length + 1));
                if (!LeadsBack(arrow)) arrow.Way = [start, .. between(arrow), (arrow.To.X, arrow.To.MiddleY)];
                else Back(arrow, start, lane += LaneGap);
            }
        }
    }

    private static bool LeadsBack(Arrow arrow) => arrow.To.X <= arrow.From.Right;

    private static void Back(Arrow arrow, (double X, double Y) start, double lane)
    {
        arrow.HasCorners = true;
        var (outside, before) = (start.X + Swing + DrawnText.Width(arrow.Label, PictureLayout.SubtitleSize), arrow.To.X - Swing);
        arrow.Way = [start, (outside, start.Y), (outside, lane), (before, lane), (before, arrow.To.MiddleY), (arrow.To.X, arrow.To.MiddleY)];
    }
}

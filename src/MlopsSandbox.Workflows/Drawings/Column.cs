namespace MlopsSandbox.Workflows.Drawings;

/// <summary>Boxes one below the other, with straight arrows between them.</summary>
internal static class Column
{
    public static void Place(IReadOnlyList<Box> boxes, IReadOnlyList<Arrow> arrows)
    {
        var (width, y) = (boxes.Max(box => box.Width), 0.0);
        foreach (var box in boxes)
        {
            (box.X, box.Y) = ((width - box.Width) / 2, y);
            y = box.Bottom + PictureLayout.RowGap;
        }
        foreach (var arrow in arrows) (arrow.Way, arrow.HasCorners) = ([(arrow.From.MiddleX, arrow.From.Bottom), (arrow.To.MiddleX, arrow.To.Y)], true);
    }
}

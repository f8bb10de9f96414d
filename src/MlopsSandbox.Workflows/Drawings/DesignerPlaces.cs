using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Drawings;

/// <summary>The places that Elsa Studio keeps with the activities.</summary>
internal static class DesignerPlaces
{
    private const double Farthest = 50_000;

    /// <summary>Places every box where the designer put it.</summary>
    /// <returns>False when one has no place, or boxes would hide each other: ours hold what is inside them, those of Elsa Studio don't.</returns>
    public static bool Place(IReadOnlyList<Box> boxes, IReadOnlyList<Arrow> arrows)
    {
        foreach (var box in boxes)
        {
            if (PositionOf(box) is not { } position) return false;
            (box.X, box.Y) = position;
        }
        if (AnyHidden(boxes)) return false;
        ArrowWays.Draw(boxes, arrows, _ => []);
        return true;
    }

    /// <summary>The place that is written; null when there is none that can be used.</summary>
    public static (double X, double Y)? PositionOf(Box box) =>
        box.Activity.Json.Get("metadata")?.Get("designer")?.Get("position") is { } position
        && Coordinate(position, "x") is { } x && Coordinate(position, "y") is { } y ? (x, y) : null;

    private static double? Coordinate(JsonElement position, string name) =>
        position.Get(name) is { ValueKind: JsonValueKind.Number } number && Math.Abs(number.GetDouble()) <= Farthest ? number.GetDouble() : null;

    private static bool AnyHidden(IReadOnlyList<Box> boxes)
    {
        Box[] byPlace = [.. boxes.OrderBy(box => box.X)];
        for (var i = 0; i < byPlace.Length; i++)
            for (var j = i + 1; j < byPlace.Length && byPlace[j].X < byPlace[i].Right; j++)
                if (byPlace[i].Hides(byPlace[j])) return true;
        return false;
    }
}

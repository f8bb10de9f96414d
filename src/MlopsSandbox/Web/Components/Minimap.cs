using System.Globalization;
using System.Text;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Web.Components;

/// <summary>A whole trace at a glance: its lines in so many lanes as fit, each span a stroke, so that any number of spans costs a few thousand strokes at most.</summary>
/// <param name="Lanes">Lanes from top to bottom.</param>
/// <param name="Jobs">Strokes of spans that hand over and carry jobs, as the path of an SVG <see cref="Columns"/> wide and <paramref name="Lanes"/> high.</param>
/// <param name="Work">Those of the others.</param>
/// <param name="Failed">Those of spans that failed.</param>
public sealed record Minimap(int Lanes, string Jobs, string Work, string Failed)
{
    /// <summary>How wide it is.</summary>
    public const int Columns = 500;
    private const int MostLanes = 48;

    /// <summary>The picture of a trace.</summary>
    public static Minimap Of(TraceTree trace)
    {
        int lanes = Math.Clamp(trace.Lines.Count, 1, MostLanes);
        bool[,] jobs = new bool[lanes, Columns], work = new bool[lanes, Columns], failed = new bool[lanes, Columns];
        for (int line = 0; line < trace.Lines.Count; line++)
        {
            TraceLine drawn = trace.Lines[line];
            bool[,] into = drawn.Span.Status is SpanStatus.Error or SpanStatus.Interrupted ? failed : drawn.Span.Kind is "producer" or "consumer" ? jobs : work;
            Fill(into, (int)((long)line * lanes / trace.Lines.Count), Column(drawn.Offset, trace.Duration), Column(drawn.End, trace.Duration));
        }
        return new Minimap(lanes, PathOf(jobs), PathOf(work), PathOf(failed));
    }

    private static int Column(TimeSpan at, TimeSpan duration) => duration <= TimeSpan.Zero ? 0 : Math.Clamp((int)(Columns * (at / duration)), 0, Columns - 1);

    private static void Fill(bool[,] lanes, int lane, int from, int to)
    {
        for (int column = from; column <= to; column++) lanes[lane, column] = true;
    }

    private static string PathOf(bool[,] filled)
    {
        StringBuilder path = new();
        for (int lane = 0; lane < filled.GetLength(0); lane++)
        {
            for (int column = 0; column < Columns; column++)
            {
                if (!filled[lane, column]) continue;
                int from = column;
                while (column + 1 < Columns && filled[lane, column + 1]) column++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {lane}.5H{column + 1}");
            }
        }
        return path.ToString();
    }
}

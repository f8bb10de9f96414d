using System.Globalization;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>Names the begin of a stretch of a file.</summary>
public static class ChunkLabel
{
    /// <summary>The number of its first row, from 1, or its first time; of whole days the date alone.</summary>
    public static string Of(ChunkOrder order, int chunk)
    {
        long begin = order.Begins[chunk];
        if (order.Column is null) return (begin + 1).ToString(CultureInfo.InvariantCulture);
        bool areDays = order.Begins.All(time => time % TimeSpan.TicksPerDay == 0);
        return new DateTime(begin, DateTimeKind.Utc).ToString(areDays ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}

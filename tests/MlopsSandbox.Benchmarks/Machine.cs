using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace MlopsSandbox.Benchmarks;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Name
    {
        get
        {
            using var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            return $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Split(' ')[0]}, "
                + $"{RuntimeInformation.FrameworkDescription}, SQLite {connection.ServerVersion}, Hangfire {typeof(Hangfire.JobStorage).Assembly.GetName().Version}";
        }
    }

    /// <summary>The targets speak of two cores, however many there are.</summary>
    public static void UseTwoCores()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = 0b11;
    }

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
        : RuntimeInformation.OSArchitecture.ToString();
}

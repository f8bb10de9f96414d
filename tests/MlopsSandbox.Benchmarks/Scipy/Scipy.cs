using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MlopsSandbox.Benchmarks.Scipy;

/// <summary>A Python beside this process, with the same two samples, that makes one test of scipy's whenever it is asked.</summary>
internal sealed class Scipy : IDisposable
{
    private readonly string _folder;
    private readonly Process _python;

    private Scipy(string python, ReadOnlySpan<double> baseline, ReadOnlySpan<double> current)
    {
        _folder = Directory.CreateTempSubdirectory("mlops-scipy-").FullName;
        var script = Path.Combine(AppContext.BaseDirectory, "Scipy", "scipy_timings.py");
        var start = new ProcessStartInfo(python, [script, Write("baseline", baseline), Write("current", current)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        _python = Process.Start(start)!;
        Version = Answer();
    }

    /// <summary>Versions of scipy, numpy and Python.</summary>
    public string Version { get; }

    /// <summary>Starts MLOPS_PYTHON where that is set, else the first python3 that imports scipy; null where there is none.</summary>
    public static Scipy? Start(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current) => Find() is { } python ? new Scipy(python, baseline, current) : null;

    /// <summary>Makes a test once.</summary>
    /// <returns>Seconds inside Python, the statistic, and p, NaN where there is none.</returns>
    public (double Seconds, double Statistic, double P) Make(string test)
    {
        _python.StandardInput.WriteLine(test);
        double[] numbers = [.. Answer().Split(' ').Select(number => double.Parse(number.Replace("nan", "NaN", StringComparison.Ordinal), CultureInfo.InvariantCulture))];
        return (numbers[0], numbers[1], numbers[2]);
    }

    public void Dispose()
    {
        _python.StandardInput.Close();
        _python.WaitForExit();
        _python.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("MLOPS_PYTHON") is { Length: > 0 } named)
            return ImportsScipy(named) ? named : throw new FormatException($"MLOPS_PYTHON is '{named}', which does not start or has no scipy; expected a Python that imports scipy.stats.");
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin");
        return onPath.Select(folder => Path.Combine(folder, "python3")).Where(File.Exists).Distinct().FirstOrDefault(ImportsScipy);
    }

    private static bool ImportsScipy(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import scipy.stats"]) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)    // it can't be started
        {
            return false;
        }
    }

    private string Write(string name, ReadOnlySpan<double> values)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, MemoryMarshal.AsBytes(values));
        return path;
    }

    private string Answer() => _python.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Python has ended; expected an answer. What it said stands above.");
}

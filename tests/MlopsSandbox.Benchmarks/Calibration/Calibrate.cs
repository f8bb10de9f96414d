namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>All that is printed about how far tests can be trusted, what matters most first.</summary>
internal static class Calibrate
{
    /// <returns>True when every promise is kept.</returns>
    public static bool Run(int checks, int seed)
    {
        TrueLevels levels = new();
        var kept = levels.Run(checks, seed) & WholeReport.Run(Math.Max(1, checks / 10), seed) & MonitorLevels.Run(checks, seed);
        Power.Run(Math.Max(1, checks / 20), seed);
        levels.PrintRates(checks, seed);
        return kept;
    }
}

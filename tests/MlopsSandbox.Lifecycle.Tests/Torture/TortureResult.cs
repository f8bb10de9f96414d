using System.Globalization;

namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>What a number of rounds came to.</summary>
/// <param name="Runs">Runs that were tortured.</param>
/// <param name="Kills">Kills that hit a living process.</param>
/// <param name="Again">Attempts at stages that had to begin again, as a kill had broken them off.</param>
/// <param name="LinesAgain">Lines that were told again.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Problems">Every broken promise.</param>
internal sealed record TortureResult(int Runs, int Kills, int Again, int LinesAgain, TimeSpan Elapsed, IReadOnlyList<string> Problems)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Runs} runs, {Kills} kills, {Again} attempts begun again, {LinesAgain} lines told again, {Elapsed.TotalSeconds:0.0} s, {Problems.Count} problems");
}

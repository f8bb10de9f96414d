namespace MlopsSandbox.Lifecycle.Monitor.Findings;

/// <summary>What one monitor says in one check.</summary>
/// <param name="Monitor">Which.</param>
/// <param name="Alpha">Its share of the check's false-alarm budget, all its findings together; 0 where no chance is involved.</param>
/// <param name="Judged">How many things it looked at; those without anything to tell may be left out of <paramref name="Findings"/>.</param>
/// <param name="Findings">What is to be shown.</param>
/// <param name="NotJudged">Why it could judge nothing at all, as a sentence; null when it could.</param>
public sealed record MonitorResult(MonitorKind Monitor, double Alpha, int Judged, IReadOnlyList<MonitorFinding> Findings, string? NotJudged = null)
{
    /// <summary>What was judged and has nothing to tell, where that is not shown.</summary>
    public IReadOnlyList<MonitorFinding> LeftOut { get; init; } = [];

    /// <summary>True when anything is to be told.</summary>
    public bool Found => Findings.Any(finding => finding.Found);

    /// <summary>One word for all: <c>found</c>, <c>quiet</c>, or <c>notJudged</c> when nothing could be.</summary>
    public string Verdict => Found ? "found" : Judged == 0 ? "notJudged" : "quiet";

    /// <summary>A monitor that could judge nothing.</summary>
    public static MonitorResult Unjudged(MonitorKind monitor, double alpha, string because) => new(monitor, alpha, 0, [], because);

    /// <summary>A monitor that shows all that it looked at.</summary>
    public static MonitorResult Of(MonitorKind monitor, double alpha, IReadOnlyList<MonitorFinding> findings)
    {
        int judged = findings.Count(finding => finding.NotJudged is null);
        return new MonitorResult(monitor, alpha, judged, findings, judged == 0 ? string.Join(" ", findings.Select(finding => finding.NotJudged).Distinct()) : null);
    }
}

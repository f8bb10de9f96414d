namespace MlopsSandbox.Web.Monitor;

/// <summary>What one monitor said in a check, as it was written.</summary>
/// <param name="Monitor">Its name, such as <c>dataQuality</c>.</param>
/// <param name="Verdict"><c>found</c>, <c>quiet</c> or <c>notJudged</c>.</param>
/// <param name="Judged">How many things it looked at.</param>
/// <param name="NotJudged">Why it could judge nothing at all; null when it could.</param>
/// <param name="Findings">What it shows.</param>
public sealed record CheckMonitor(string Monitor, string Verdict, int Judged, string? NotJudged, IReadOnlyList<CheckFinding> Findings)
{
    /// <summary>Its name in words: <c>dataQuality</c> is data quality.</summary>
    public string Name => string.Concat(Monitor.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    /// <summary>What it watches, in a sentence.</summary>
    public string Watches => Monitor switch
    {
        "dataQuality" => "Values against the constraints that the baseline suggests.",
        "conceptDrift" => "The stream of wrong decisions, as labels arrive.",
        "measuredQuality" => "Accuracy and cost of decisions whose labels have arrived.",
        "estimatedQuality" => "Accuracy and cost of decisions, before their labels arrive.",
        "bias" => "How differently groups of people are decided on.",
        "servingSkew" => "Served scores against the same rows put through the model again.",
        "operations" => "Traffic, the arrival of labels, the age of the model, time and failures of calls.",
        "jointDrift" => "Whether features still hang together as they did.",
        "attributionDrift" => "Which features the model goes by.",
        _ => "",
    };
}

using MlopsSandbox.Shapes;

namespace MlopsSandbox.Web.Models;

/// <summary>What a model answered to a row of the form.</summary>
/// <param name="Row">What was asked, by feature.</param>
/// <param name="Answer">The answer to this one row.</param>
internal sealed record TryAnswer(IReadOnlyDictionary<string, string> Row, PredictionShape Answer)
{
    /// <summary>The score.</summary>
    public double Score => Answer.Predictions[0].Score;

    /// <summary>What differs from another row: a text a feature.</summary>
    public IReadOnlyList<string> Differences(IReadOnlyDictionary<string, string> other) =>
        [.. Row.Where(field => other.GetValueOrDefault(field.Key) != field.Value).Select(field => $"{field.Key} {(field.Value.Length == 0 ? "not known" : field.Value)}")];
}

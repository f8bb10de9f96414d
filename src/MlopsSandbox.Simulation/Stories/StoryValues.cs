using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;

namespace MlopsSandbox.Simulation.Stories;

/// <summary>Holds the values that a story names against the data.</summary>
internal static class StoryValues
{
    /// <exception cref="ScenarioException">Values are to change places, and one of them occurs in no row: nothing would be exchanged, but one value lost.</exception>
    public static void Check(Scenario scenario, Table table, DriftStory story)
    {
        string[] problems = [.. story.Concept.Index().SelectMany(one => ProblemsOf(scenario, table, one.Item, one.Index))];
        if (problems.Length > 0) throw new ScenarioException(problems);
    }

    private static IEnumerable<string> ProblemsOf(Scenario scenario, Table table, FeatureExchange exchange, int index)
    {
        if (exchange is not CategoryExchange categories) yield break;
        HashSet<string> occurring = [.. ((CategoricalColumn)table[exchange.Feature]).Values.OfType<string>()];
        foreach (string value in new[] { categories.First, categories.Second }.Where(value => !occurring.Contains(value)))
        {
            string path = FormattableString.Invariant($"$.story.concept.exchange[{index}].values");
            yield return $"{ScenarioFile.PlaceOf(scenario, path)}: no row of {scenario.DataFile} has {exchange.Feature} '{value}'; expected values that occur. Correct the value.{NearestName.Hint(value, occurring)}";
        }
    }
}

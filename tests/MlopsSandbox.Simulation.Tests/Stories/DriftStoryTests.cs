using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Tests.Stories;

public class DriftStoryTests
{
    [Fact]
    public void Of_AWholeStory_ReadsEveryMember()
    {
        using SmallScenario small = new("""
            "story": { "days": 10, "requestsPerDay": 20, "driftDay": 4,
              "segment": { "feature": "plan", "value": "gold", "share": 0.4 },
              "concept": { "exchange": [{ "feature": "price", "mirror": [0, 399] }] } }
            """);

        DriftStory story = DriftStory.Of(small.Scenario);

        Assert.Equal((10, 20, 4), (story.Days, story.RequestsPerDay, story.DriftDay));
        Assert.Null(story.Price);
        Assert.Equal(new SegmentShift("plan", "gold", 0.4), story.Segment);
        Assert.Equal([new MirrorExchange("price", 0, 399)], story.Concept);
        Assert.Equal([InjectedDrift.None, InjectedDrift.Segment, InjectedDrift.Concept, InjectedDrift.All], story.Drifts);
    }

    [Fact]
    public void Of_SeveralFaults_TellsAllWithTheirPlaces()
    {
        using SmallScenario small = new("""
            "story": {
              "days": 10,
              "requestsPerDay": 0,
              "driftDay": 10,
              "price": { "feature": "plan", "factor": 1 },
              "concept": { "exchange": [{ "feature": "colour", "values": ["a", "a"] }] },
              "speed": 3
            }
            """);
        string file = Path.Combine(small.Scenario.Folder, "scenario.json");

        ScenarioException refused = Assert.Throws<ScenarioException>(() => DriftStory.Of(small.Scenario));

        Assert.Equal(
        [
            $"{file}:17:12: $.story.speed is a name that nothing reads; expected days, requestsPerDay, driftDay, price, segment, concept. Remove it, or correct its spelling.",
            $"{file}:13:21: $.story.requestsPerDay is 0; expected a whole number from 1 to 100000. Change the number.",
            $"{file}:14:15: $.story.driftDay is 10; expected a whole number from 1 to 9. Change the number.",
            $"{file}:15:25: $.story.price.feature is 'plan', which is not numeric; expected a numeric feature: price. Name one of them.",
            $"{file}:15:43: $.story.price.factor is 1; expected a factor above 0 and not 1, such as 1.25. Change the number.",
            $"{file}:16:42: $.story.concept.exchange[0].feature is 'colour', which the scenario does not have; expected a categorical feature: plan. Name one of them.",
            $"{file}:16:62: $.story.concept.exchange[0].values is [\"a\", \"a\"]; expected two different texts, such as [\"no\", \"yes\"]. Name the two values that exchange their meaning.",
        ], refused.Problems);
    }

    [Fact]
    public void Check_ExchangeOfAValueThatNeverOccurs_SaysWhichAndSuggests()
    {
        using SmallScenario small = new("""
            "story": { "days": 10, "requestsPerDay": 20, "driftDay": 4, "concept": { "exchange": [{ "feature": "plan", "values": ["goldd", "basic"] }] } }
            """);

        ScenarioException refused = Assert.Throws<ScenarioException>(() => StoryDriver.Check(small.Scenario, 1, InjectedDrift.Concept));

        Assert.Equal(
            [$"{Path.Combine(small.Scenario.Folder, "scenario.json")}:11:120: no row of small.csv has plan 'goldd'; expected values that occur. Correct the value. Did you mean 'gold'?"],
            refused.Problems);
    }

    [Fact]
    public void Of_AScenarioWithoutAStory_SaysSo()
    {
        using SmallScenario small = new("");
        ScenarioException refused = Assert.Throws<ScenarioException>(() => DriftStory.Of(small.Scenario));
        Assert.Contains("$.story is not there; expected a drift story", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ADriftThatIsNotTold_NamesThoseThatAre()
    {
        using SmallScenario small = new("""
            "story": { "days": 10, "requestsPerDay": 20, "driftDay": 4, "price": { "feature": "price", "factor": 1.25 } }
            """);
        ScenarioException refused = Assert.Throws<ScenarioException>(() => DriftStory.Of(small.Scenario, InjectedDrift.Concept));
        Assert.Contains("the story tells no 'concept'; expected one of none, price, all.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OneFeatureChangedTwice_IsRefused()
    {
        using SmallScenario small = new("""
            "story": { "days": 10, "requestsPerDay": 20, "driftDay": 4, "price": { "feature": "price", "factor": 1.25 },
              "concept": { "exchange": [{ "feature": "price", "mirror": [0, 1] }] } }
            """);
        ScenarioException refused = Assert.Throws<ScenarioException>(() => DriftStory.Of(small.Scenario));
        Assert.Contains("changes 'price' more than once", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }
}

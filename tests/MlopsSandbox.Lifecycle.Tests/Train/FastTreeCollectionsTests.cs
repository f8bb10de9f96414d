using Microsoft.ML;
using MlopsSandbox.Lifecycle.Train;

namespace MlopsSandbox.Lifecycle.Tests.Train;

/// <summary>Fits must not stop the threads that serve pages.</summary>
public class FastTreeCollectionsTests
{
    private static readonly MLContext Context = new(seed: 1);

    [Fact]
    public void Without_ClassifierAndRegression_TurnsItsOwnSwitchOff()
    {
        Assert.False(FastTreeCollections.Collects(FastTreeCollections.Without(Context.BinaryClassification.Trainers.FastTree())));
        Assert.False(FastTreeCollections.Collects(FastTreeCollections.Without(Context.Regression.Trainers.FastTree())));
    }

    [Fact]
    public void Without_TrainerThatHasNoSwitch_IsLeftAsItIs()
    {
        object trainer = Context.BinaryClassification.Trainers.LightGbm();

        Assert.Same(trainer, FastTreeCollections.Without(trainer));
        Assert.Null(FastTreeCollections.Collects(trainer));
    }
}

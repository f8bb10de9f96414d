using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Random;

public sealed class SeededRandomTests
{
    [Fact] // Published with the algorithm (Vigna's splitmix64.c, seed 1234567; the same figures on Rosetta Code).
    public void SplitMix64_Seed1234567_GivesThePublishedOutputs()
    {
        SplitMix64 generator = new(1234567);

        ulong[] outputs = [generator.Next(), generator.Next(), generator.Next(), generator.Next(), generator.Next()];

        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], outputs);
    }

    [Fact] // Reference vector of Rust's rand_xoshiro, made with the authors' xoshiro256starstar.c from the state 1, 2, 3, 4.
    public void NextBits_State1234_GivesThePublishedOutputs()
    {
        SeededRandom random = new(new SeededRandomState(1, 2, 3, 4));

        ulong[] outputs = [.. Enumerable.Range(0, 10).Select(_ => random.NextBits())];

        Assert.Equal(
            [
                11520, 0, 1509978240, 1215971899390074240, 1216172134540287360,
                607988272756665600, 16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
            ],
            outputs);
    }

    [Fact] // A separate implementation in Python 3.11 integers: SplitMix64 seeds the four words in order.
    public void NextBits_Seed42_FollowsTheSeedingByHand()
    {
        SeededRandom random = new(42);

        ulong[] outputs = [random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits()];

        Assert.Equal([1546998764402558742, 6990951692964543102, 12544586762248559009, 17057574109182124193], outputs);
    }

    [Fact]
    public void NextInt_AnyRange_StaysBelowIt() =>
        Gen.Select(Gen.Int, Gen.Int[1, int.MaxValue]).Sample((seed, exclusive) => new SeededRandom(seed).NextInt(exclusive) is var n && n >= 0 && n < exclusive);

    [Fact]
    public void NextInt_EmptyRange_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new SeededRandom(1).NextInt(0));

    [Fact]
    public void NextInt_SevenThousandDrawsOfSeven_AreEven()
    {
        SeededRandom random = new(7);
        int[] counts = new int[7];
        for (int draw = 0; draw < 7000; draw++) counts[random.NextInt(7)]++;

        double chiSquare = counts.Sum(count => Math.Pow(count - 1000, 2) / 1000);

        Assert.InRange(chiSquare, 0, 22.46); // χ² with 6 degrees of freedom exceeds 22.46 once in a thousand seeds.
    }

    [Fact]
    public void NextDouble_ManyDraws_FillTheUnitInterval()
    {
        SeededRandom random = new(3);
        double[] draws = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextDouble())];

        Assert.All(draws, draw => Assert.InRange(draw, 0, 1 - 1e-16));
        Assert.Equal(0.5, draws.Average(), tolerance: 0.01); // standard error 0.0029
        Assert.Equal(1 / 12.0, draws.Average(draw => Math.Pow(draw - 0.5, 2)), tolerance: 0.003);
    }

    [Fact]
    public void NextGaussian_ManyDraws_HaveTheMomentsOfTheNormal()
    {
        SeededRandom random = new(5);
        double[] draws = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextGaussian())];

        Assert.Equal(0, draws.Average(), tolerance: 0.03);
        Assert.Equal(1, draws.Average(draw => draw * draw), tolerance: 0.04);
        Assert.Equal(3, draws.Average(draw => Math.Pow(draw, 4)), tolerance: 0.3);
    }

    [Fact]
    public void Shuffle_AnyItems_KeepsThemAll() =>
        Gen.Select(Gen.Int, Gen.Int.Array).Sample((seed, items) =>
        {
            int[] shuffled = [.. items];
            new SeededRandom(seed).Shuffle<int>(shuffled);
            return shuffled.Order().SequenceEqual(items.Order());
        });

    [Fact]
    public void Shuffle_ThreeItems_ReachesEveryOrderEquallyOften()
    {
        SeededRandom random = new(11);
        Dictionary<string, int> counts = [];
        for (int round = 0; round < 6000; round++)
        {
            char[] items = ['a', 'b', 'c'];
            random.Shuffle<char>(items);
            counts[new string(items)] = counts.GetValueOrDefault(new string(items)) + 1;
        }

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 880, 1120)); // four standard deviations about 1,000
    }
}

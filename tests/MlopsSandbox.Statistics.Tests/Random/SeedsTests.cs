using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Random;

public sealed class SeedsTests
{
    [Theory] // expected: hashlib.sha256 of "seed:ordinal:purpose" in Python 3.11, first four bytes big-endian, sign bit cleared
    [InlineData(42, "division", 0, 51499617)]
    [InlineData(42, "division", 1, 379643593)]
    [InlineData(-7, "größe", 3, 1346049610)]
    public void Derive_KnownArguments_MatchesSha256(int seed, string purpose, int ordinal, int expected) =>
        Assert.Equal(expected, Seeds.Derive(seed, purpose, ordinal));

    [Fact]
    public void Derive_AnyArguments_IsNeverNegative() =>
        Gen.Select(Gen.Int, Gen.String, Gen.Int).Sample((seed, purpose, ordinal) => Seeds.Derive(seed, purpose, ordinal) >= 0);

    [Fact]
    public void Derive_OrdinalAndSeedSwapped_Differs() => Assert.NotEqual(Seeds.Derive(1, "x", 2), Seeds.Derive(2, "x", 1));
}

using System.Text.Json;
using CsCheck;
using MlopsSandbox.Statistics.Tests.Reference;

namespace MlopsSandbox.Statistics.Tests.Sketches;

public sealed class RunningMomentsTests
{
    private static readonly Gen<double[]> Samples = Gen.OneOf(Gen.Double[-1e3, 1e3], Gen.Int[-3, 3].Select(i => (double)i)).Array[0, 60];

    [Fact] // mean and var(ddof=1) of numpy, skew and kurtosis of scipy
    public void Add_CasesOfTheTable_MatchesNumpyAndScipy() => Assert.All(DistancesTable.Read.Numbers.Where(c => c.Moments is not null), c =>
    {
        RunningMoments moments = Of(c.Baseline);
        Near.Equal(c.Moments![0], moments.Mean, $"mean of {c.Name}");
        Near.Equal(c.Moments[1], moments.Variance, $"variance of {c.Name}");
        Near.Equal(c.Moments[2], moments.Skewness, $"skewness of {c.Name}", rounding: 1e-8);
        Near.Equal(c.Moments[3], moments.Kurtosis, $"kurtosis of {c.Name}", rounding: 1e-8);
        Assert.Equal((c.Baseline.Length, c.Baseline.Min(), c.Baseline.Max()), (moments.Count, moments.Lowest, moments.Highest));
    });

    [Fact]
    public void Merge_AnyParts_IsAsOneThatHasSeenAll() => Gen.Select(Samples, Samples, Samples).Where((a, b, c) => a.Length + b.Length + c.Length > 0).Sample((a, b, c) =>
    {
        RunningMoments whole = Of([.. a, .. b, .. c]), tail = Of(b), merged = Of(a);
        tail.Merge(Of(c));
        merged.Merge(tail);
        return merged.Count == whole.Count && merged.Lowest == whole.Lowest && merged.Highest == whole.Highest
            && Close(whole.Mean, merged.Mean) && Close(whole.Variance, merged.Variance)
            && (whole.Variance < 1e-9 || (Close(whole.Skewness, merged.Skewness) && Close(whole.Kurtosis, merged.Kurtosis)));
    });

    [Fact] // a naive sum of squares loses all digits here: variance of 0, 1, 2 is 1, whatever is added to each
    public void Variance_LargeOffset_KeepsItsDigits() => Assert.Equal(1, Of([1e15, 1e15 + 1, 1e15 + 2]).Variance, 1e-12);

    [Fact]
    public void State_ThroughJson_GoesOnAsIfNothingHappened()
    {
        RunningMoments moments = Of([1, 5, 2.5]), taken = RunningMoments.From(Through(moments.State));
        moments.Add(7);
        taken.Add(7);
        Assert.Equal(moments.State, taken.State);
        Assert.Equal(new RunningMoments().State, RunningMoments.From(Through(new RunningMoments().State)).State);
        RunningMoments overflowed = Of([1e200, -1e200]);
        Assert.Equal(overflowed.State, Through(overflowed.State));
    }

    [Fact]
    public void Members_EmptyOneAndConstant_AreDefined()
    {
        RunningMoments none = new(), one = Of([3]), constant = Of([3, 3, 3]);
        Assert.True(double.IsNaN(none.Mean) && double.IsNaN(none.Variance) && double.IsNaN(none.Skewness) && double.IsNaN(none.Lowest));
        Assert.Equal(3, one.Mean);
        Assert.True(double.IsNaN(one.Variance) && double.IsNaN(one.Kurtosis));
        Assert.Equal((3.0, 0.0, 0.0), (constant.Mean, constant.Variance, constant.StandardDeviation));
        Assert.True(double.IsNaN(constant.Skewness) && double.IsNaN(constant.Kurtosis));
    }

    [Fact]
    public void Add_NotFinite_SaysWhatWasFound()
    {
        Assert.StartsWith("The value is NaN; expected a finite number.", Assert.Throws<ArgumentException>(() => new RunningMoments().Add(double.NaN)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The value is Infinity;", Assert.Throws<ArgumentException>(() => new RunningMoments().Add(double.PositiveInfinity)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The state says 1 values from 4 to 3", Assert.Throws<ArgumentException>(() => RunningMoments.From(Of([3]).State with { Lowest = 4 })).Message, StringComparison.Ordinal);
    }

    private static RunningMomentsState Through(RunningMomentsState state) => JsonSerializer.Deserialize<RunningMomentsState>(JsonSerializer.Serialize(state))!;

    private static RunningMoments Of(double[] values)
    {
        RunningMoments moments = new();
        moments.Add(values);
        return moments;
    }

    private static bool Close(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));
}

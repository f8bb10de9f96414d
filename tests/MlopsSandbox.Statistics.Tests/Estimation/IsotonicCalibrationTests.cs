using System.Text.Json;
using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Estimation;

public sealed class IsotonicCalibrationTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Reference.Of("isotonic").GetArrayLength())];

    [Theory] // scikit-learn's IsotonicRegression, out_of_bounds="clip": see Reference/estimation.py
    [MemberData(nameof(Cases))]
    public void Fit_AnyRows_IsScikitLearnsCurve(int number)
    {
        JsonElement known = Reference.Of("isotonic")[number];
        IsotonicCalibration curve = IsotonicCalibration.Fit(Reference.Numbers(known, "scores"), Reference.Numbers(known, "seen"));

        double[] expected = Reference.Numbers(known, "expected"), actual = curve.Apply(Reference.Numbers(known, "asked"));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-9));
    }

    [Fact]
    public void Fit_AnyRows_RisesAndKeepsTheMean() => Gen.Select(Gen.Int[0, 9], Gen.Bool).Array[1, 40].Sample(rows =>
    {
        double[] scores = [.. rows.Select(row => (double)row.Item1)];
        double[] means = IsotonicCalibration.Fit(scores, rows.Select(row => row.Item2).ToArray()).Apply(scores);
        double[] inOrder = [.. means.Zip(scores).OrderBy(pair => pair.Second).Select(pair => pair.First)];
        return inOrder.Zip(inOrder.Skip(1)).All(pair => pair.First <= pair.Second) && Math.Abs(means.Average() - rows.Average(row => row.Item2 ? 1.0 : 0.0)) < 1e-9;
    });

    [Fact]
    public void Fit_OverconfidentScores_TakesTheErrorAway()
    {
        SeededRandom random = new(3);
        double[] truth = [.. Enumerable.Range(0, 4_000).Select(_ => random.NextDouble())];
        bool[] labels = [.. truth.Select(chance => random.NextDouble() < chance)];
        double[] scores = [.. truth.Select(chance => chance * chance * chance)];
        IsotonicCalibration curve = IsotonicCalibration.Fit(scores.AsSpan(0, 2_000), labels.AsSpan(0, 2_000));

        double[] held = scores[2_000..], calibrated = curve.Apply(held);
        Assert.InRange(CalibrationError.Expected(held, labels.AsSpan(2_000)), 0.2, 0.3);
        Assert.InRange(CalibrationError.Expected(calibrated, labels.AsSpan(2_000)), 0, 0.04);
    }

    [Fact]
    public void Fit_BadRows_SaysWhatAndWhere()
    {
        Assert.Contains("no rows", Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([], Array.Empty<double>())).Message);
        Assert.Contains("Score 1 is Infinity", Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([1, double.PositiveInfinity], [1.0, 2])).Message);
        Assert.Contains("Value 0 is NaN", Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([1], [double.NaN])).Message);
        Assert.Contains("score is NaN", Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit([1], [true]).Apply(double.NaN)).Message);
    }

    [Fact] // 2 rows a bin: (|0.3−1| + |1.3−1|)/4
    public void Expected_FourRowsInTwoBins_IsTheWeightedDistance() =>
        Assert.Equal((0.7 + 0.3) / 4, CalibrationError.Expected([0.1, 0.2, 0.6, 0.7], [false, true, true, false], bins: 2), tolerance: 1e-12);

    [Fact]
    public void Expected_MoreBinsThanRows_IsABinForEachRow() => Assert.Equal(0.3, CalibrationError.Expected([0.2, 0.6], [false, true]), tolerance: 1e-12);
}

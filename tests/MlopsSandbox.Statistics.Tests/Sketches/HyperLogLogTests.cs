using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Sketches;

public sealed class HyperLogLogTests
{
    [Theory] // 60 sketches each of other values: the mean error is no bias, and their spread is the stated one, within three standard errors
    [InlineData(12, 10)]
    [InlineData(12, 1_000)]
    [InlineData(12, 12_000)]
    [InlineData(8, 20_000)]
    public void Estimate_DifferentValues_HasTheStatedError(int precision, int different)
    {
        double[] errors = [.. Enumerable.Range(0, 60).Select(trial => (Of(precision, Texts(trial, different)).Estimate() / different) - 1)];
        double stated = new HyperLogLog(precision).StandardError, deviation = Math.Sqrt(errors.Average(error => error * error));
        Assert.InRange(errors.Average(), -3 * stated / Math.Sqrt(60), 3 * stated / Math.Sqrt(60));
        Assert.InRange(deviation, 0, stated * 1.3);
    }

    [Fact] // eighths, whose bits differ in few places
    public void Estimate_Numbers_HasTheStatedErrorToo()
    {
        double[] errors = [.. Enumerable.Range(0, 60).Select(trial =>
        {
            HyperLogLog sketch = new(11);
            for (int i = 0; i < 20_000; i++) sketch.Add((i / 8.0) + (trial * 10_000));
            return ((sketch.Estimate() / 20_000) - 1) / sketch.StandardError;
        })];
        Assert.InRange(errors.Average(), -3 / Math.Sqrt(60), 3 / Math.Sqrt(60));
        Assert.InRange(Math.Sqrt(errors.Average(error => error * error)), 0.7, 1.3);
    }

    [Fact]
    public void Estimate_RepeatedValues_CountsThemOnce()
    {
        HyperLogLog once = Of(14, Texts(1, 500)), often = Of(14, [.. Texts(1, 500), .. Texts(1, 500).Reverse()]);
        Assert.Equal(once.Estimate(), often.Estimate());
    }

    [Fact]
    public void Estimate_None_IsZero() => Assert.Equal(0, new HyperLogLog().Estimate());

    [Fact]
    public void Estimate_ZerosAndNaN_AreOneValueEach()
    {
        HyperLogLog sketch = new();
        sketch.Add(0.0);
        sketch.Add(-0.0);
        sketch.Add(double.NaN);
        sketch.Add(-double.NaN);
        Assert.Equal(2, sketch.Estimate(), 0.01);
    }

    [Fact]
    public void Merge_AnyParts_IsOneThatHasSeenAll() => Gen.Select(Gen.Int[0, 900].Array[0, 400], Gen.Int[0, 900].Array[0, 400]).Sample((a, b) =>
    {
        string[] first = Named(a), second = Named(b);
        HyperLogLog merged = Of(8, first);
        merged.Merge(Of(8, second));
        return merged.State.Registers.SequenceEqual(Of(8, [.. first, .. second]).State.Registers);
    }, iter: 200);

    [Fact]
    public void State_ThroughJson_GoesOnAsIfNothingHappened()
    {
        HyperLogLog sketch = Of(10, Texts(1, 2_000));
        HyperLogLog taken = HyperLogLog.From(JsonSerializer.Deserialize<HyperLogLogState>(JsonSerializer.Serialize(sketch.State))!);
        Assert.Equal(sketch.Estimate(), taken.Estimate());
        taken.Merge(sketch);
        Assert.Equal(sketch.State.Registers, taken.State.Registers);
    }

    [Fact]
    public void Members_Unusable_SayWhatWasFound()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new HyperLogLog(3));
        Assert.StartsWith("This sketch has precision 14, the other 10", Message(() => new HyperLogLog().Merge(new HyperLogLog(10))), StringComparison.Ordinal);
        Assert.StartsWith("There are 2 registers; expected 16 for precision 4.", Message(() => HyperLogLog.From(new HyperLogLogState { Precision = 4, Registers = [1, 2] })), StringComparison.Ordinal);
        Assert.StartsWith("Register 0 is 62; expected at most 61.", Message(() => HyperLogLog.From(new HyperLogLogState { Precision = 4, Registers = [62, .. new byte[15]] })), StringComparison.Ordinal);
    }

    private static string Message(Action act) => Assert.Throws<ArgumentException>(act).Message;

    private static string[] Named(int[] numbers) => [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];

    private static string[] Texts(int trial, int different) => [.. Enumerable.Range(0, different).Select(i => string.Create(CultureInfo.InvariantCulture, $"customer {trial}/{i}"))];

    private static HyperLogLog Of(int precision, string[] values)
    {
        HyperLogLog sketch = new(precision);
        foreach (string value in values) sketch.Add(value);
        return sketch;
    }
}

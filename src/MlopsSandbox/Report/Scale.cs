namespace MlopsSandbox.Report;

/// <summary>Maps data to the page along one axis.</summary>
/// <param name="Low">Smallest value shown.</param>
/// <param name="High">Largest value shown.</param>
/// <param name="From">Where <paramref name="Low"/> stands, in user units.</param>
/// <param name="To">Where <paramref name="High"/> stands.</param>
internal readonly record struct Scale(double Low, double High, double From, double To)
{
    /// <summary>Where a value stands; values outside are drawn at the edge.</summary>
    public double At(double value)
    {
        double share = High > Low ? (Math.Clamp(value, Low, High) - Low) / (High - Low) : 0.5;
        return From + (share * (To - From));
    }

    /// <summary>Round values within the scale, about <paramref name="wanted"/> of them: multiples of 1, 2 or 5 times a power of ten.</summary>
    public IReadOnlyList<double> Ticks(int wanted)
    {
        double rough = (High - Low) / wanted;
        if (!(rough > 0)) return [Low];
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * new[] { 1.0, 2, 5, 10 }.First(factor => factor * power >= rough * 0.999);
        List<double> ticks = [];
        for (double index = Math.Ceiling(Low / step - 1e-9); index * step <= High + (step * 1e-9); index++) ticks.Add(Math.Round(index * step, 12) + 0.0);   // + 0.0: no negative zero
        return ticks;
    }

    /// <summary>A scale that shows all values with a little room, and at least <paramref name="least"/> of the axis.</summary>
    public static (double Low, double High) Around(IEnumerable<double> values, double least)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0) return (0, 1);
        double middle = (finite.Min() + finite.Max()) / 2;
        double half = Math.Max(least, (finite.Max() - finite.Min()) * 1.1) / 2;
        return (middle - half, middle + half);
    }
}

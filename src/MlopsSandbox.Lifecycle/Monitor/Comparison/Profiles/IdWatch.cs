using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

/// <summary>Watches whether numbers are ids: whole ones that only rise, or leave hardly a gap, each once. Incomes may all differ too, but jump about.</summary>
internal sealed class IdWatch
{
    private HyperLogLog? _different;
    private bool _isWhole = true;
    private bool _rises = true;
    private long _count;
    private double _last = double.NegativeInfinity;
    private double _lowest = double.PositiveInfinity;
    private double _highest = double.NegativeInfinity;

    public void Add(double value)
    {
        _isWhole = _isWhole && value == Math.Floor(value);
        if (!_isWhole) return;
        _count++;
        _rises &= value > _last;
        _last = value;
        (_lowest, _highest) = (Math.Min(_lowest, value), Math.Max(_highest, value));
        (_different ??= new HyperLogLog()).Add(value);
    }

    /// <summary>True when the numbers look like ids. That all differ is certain where all are kept, else within the error of a count by hashes.</summary>
    /// <param name="sorted">All numbers in ascending order, or some that stand for all.</param>
    public bool IsId(IReadOnlyList<double> sorted)
    {
        if (!_isWhole || _count < 2) return false;
        if (_rises) return true;
        bool allDiffer = sorted.Count == _count ? sorted.Zip(sorted.Skip(1)).All(pair => pair.First < pair.Second) : _different!.Estimate() >= _count * (1 - (3 * _different.StandardError));
        return allDiffer && _highest - _lowest < 2.0 * _count;
    }
}

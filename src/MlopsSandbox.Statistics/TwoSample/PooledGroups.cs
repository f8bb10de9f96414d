namespace MlopsSandbox.Statistics;

/// <summary>Walks two ascending samples together, one distinct value at a time: what every rank test with ties needs to know.</summary>
internal ref struct PooledGroups(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted)
{
    private readonly ReadOnlySpan<double> _baseline = baselineSorted, _current = currentSorted;

    /// <summary>Values of the baseline below this group's.</summary>
    public int BaselineBelow { get; private set; }

    /// <summary>Values of the current sample below this group's.</summary>
    public int CurrentBelow { get; private set; }

    /// <summary>Values of the baseline in this group.</summary>
    public int BaselineEqual { get; private set; }

    /// <summary>Values of the current sample in this group.</summary>
    public int CurrentEqual { get; private set; }

    /// <summary>Goes on to the next distinct value; false after the last.</summary>
    public bool MoveNext()
    {
        int i = BaselineBelow + BaselineEqual, j = CurrentBelow + CurrentEqual;
        (BaselineBelow, CurrentBelow) = (i, j);
        if (i == _baseline.Length && j == _current.Length) return false;
        double value = i == _baseline.Length ? _current[j] : j == _current.Length ? _baseline[i] : Math.Min(_baseline[i], _current[j]);
        while (i < _baseline.Length && _baseline[i] == value) i++;
        while (j < _current.Length && _current[j] == value) j++;
        (BaselineEqual, CurrentEqual) = (i - BaselineBelow, j - CurrentBelow);
        return true;
    }
}

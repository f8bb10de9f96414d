using MathNet.Numerics.LinearAlgebra;

namespace MlopsSandbox.Statistics;

/// <summary>How badly the main directions of a baseline tell a row again: finds rows whose features do not hang together as they used to.</summary>
/// <remarks>
/// Each column is standardised by the baseline's mean and standard deviation (over n); the principal components of the baseline that hold the wanted
/// share of its variance are kept; the error of a row is the length of what they leave of it. Sees a broken relation between features even where each feature
/// alone looks as before; is blind to change along the kept directions. Jackson and Mudholkar (1979), Technometrics 21, 341–349 (Q statistic).
/// </remarks>
public sealed class PcaReconstruction
{
    private readonly double[] _means;
    private readonly double[] _scales;
    private readonly double[][] _components;

    private PcaReconstruction(IReadOnlyList<string> columns, double[] means, double[] scales, bool[] constant, double[][] components)
    {
        (_means, _scales, _components) = (means, scales, components);
        Columns = columns;
        StandardisedColumns = [.. columns.Where((_, k) => !constant[k])];
        ConstantColumns = [.. columns.Where((_, k) => constant[k])];
    }

    /// <summary>Names of all columns, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Columns that were brought to mean 0 and standard deviation 1.</summary>
    public IReadOnlyList<string> StandardisedColumns { get; }

    /// <summary>Columns with one value in the whole baseline: no component speaks of them, and a departure counts in the column's own unit.</summary>
    public IReadOnlyList<string> ConstantColumns { get; }

    /// <summary>Principal components kept; 0 when all columns are constant.</summary>
    public int Components => _components.Length;

    /// <summary>Learns means, deviations and main directions.</summary>
    /// <param name="baseline">Rows of d features.</param>
    /// <param name="columns">Their d names, in order.</param>
    /// <param name="keptVariance">Least share of the standardised variance that the components hold together, in (0, 1); 0.65 by default.</param>
    /// <exception cref="ArgumentException">There are not as many names as columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keptVariance"/> is not in (0, 1).</exception>
    public static PcaReconstruction Fit(FeatureRows baseline, IReadOnlyList<string> columns, double keptVariance = 0.65)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count != baseline.Columns)
            throw new ArgumentException($"There are {columns.Count} names for {baseline.Columns} columns; expected one for each.", nameof(columns));
        if (keptVariance is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(keptVariance), keptVariance, "Expected a share in (0, 1).");
        (double[] means, double[] scales, bool[] constant) = Standards(baseline);
        double[][] components = MainDirections(Correlations(baseline, means, scales), keptVariance);
        return new PcaReconstruction([.. columns], means, scales, constant, components);
    }

    /// <summary>The error of each row: Euclidean length of its standardised values less what the components tell again.</summary>
    /// <returns>0 and up, one a row; large is unlike the baseline.</returns>
    /// <exception cref="ArgumentException">The rows have other columns than the baseline.</exception>
    public double[] Errors(FeatureRows rows)
    {
        double[] errors = new double[Require(rows).Rows];
        double[] left = new double[rows.Columns];
        for (int row = 0; row < errors.Length; row++)
        {
            Residual(rows[row], left);
            errors[row] = Math.Sqrt(Dot(left, left));
        }

        return errors;
    }

    /// <summary>Mean of <see cref="Errors"/>, to be held against that of other rows of the baseline's time: no p value comes with it.</summary>
    /// <exception cref="ArgumentException">The rows have other columns than the baseline.</exception>
    public double MeanError(FeatureRows rows) => Errors(rows).Average();

    /// <summary>Mean squared error of each column, by name: whose relation to the others is broken. They add up to the mean of the squared row errors.</summary>
    /// <exception cref="ArgumentException">The rows have other columns than the baseline.</exception>
    public IReadOnlyDictionary<string, double> SquaredErrorByColumn(FeatureRows rows)
    {
        double[] sums = new double[Require(rows).Columns], left = new double[rows.Columns];
        for (int row = 0; row < rows.Rows; row++)
        {
            Residual(rows[row], left);
            for (int k = 0; k < left.Length; k++) sums[k] += left[k] * left[k] / rows.Rows;
        }

        return Columns.Zip(sums).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private FeatureRows Require(FeatureRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Columns == Columns.Count) return rows;
        throw new ArgumentException($"The rows have {rows.Columns} columns; expected the {Columns.Count} of the baseline: {string.Join(", ", Columns)}.", nameof(rows));
    }

    private void Residual(ReadOnlySpan<double> row, double[] left)
    {
        for (int k = 0; k < left.Length; k++) left[k] = (row[k] - _means[k]) / _scales[k];
        foreach (double[] component in _components)
        {
            double along = Dot(left, component);
            for (int k = 0; k < left.Length; k++) left[k] -= along * component[k];
        }
    }

    private static (double[] Means, double[] Scales, bool[] Constant) Standards(FeatureRows rows)
    {
        double[] means = new double[rows.Columns], scales = new double[rows.Columns], column = new double[rows.Rows];
        bool[] constant = new bool[rows.Columns];
        for (int k = 0; k < rows.Columns; k++)
        {
            for (int row = 0; row < column.Length; row++) column[row] = rows[row][k];
            double spread = Spread.Of(column);
            constant[k] = spread == 0;
            means[k] = constant[k] ? column[0] : column.Average();
            scales[k] = constant[k] ? 1 : spread;
        }

        return (means, scales, constant);
    }

    private static Matrix<double> Correlations(FeatureRows rows, double[] means, double[] scales)
    {
        int d = rows.Columns;
        double[] standard = new double[d];
        Matrix<double> sums = Matrix<double>.Build.Dense(d, d);
        for (int row = 0; row < rows.Rows; row++)
        {
            for (int k = 0; k < d; k++) standard[k] = (rows[row][k] - means[k]) / scales[k];
            for (int k = 0; k < d; k++)
                for (int l = 0; l <= k; l++) sums[k, l] += standard[k] * standard[l];
        }

        for (int k = 0; k < d; k++)
            for (int l = 0; l < k; l++) sums[l, k] = sums[k, l];
        return sums / rows.Rows;
    }

    /// <summary>Singular vectors of the correlation matrix, which are the principal components, until the share is reached.</summary>
    private static double[][] MainDirections(Matrix<double> correlations, double keptVariance)
    {
        var decomposition = correlations.Svd();
        double all = decomposition.S.Sum(), held = 0;
        List<double[]> kept = [];
        for (int k = 0; k < decomposition.S.Count && held < keptVariance * all; k++)
        {
            held += decomposition.S[k];
            kept.Add(decomposition.U.Column(k).ToArray());
        }

        return [.. kept];
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++) sum += a[k] * b[k];
        return sum;
    }
}

using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>An ML.NET model from feature vector to probability.</summary>
/// <remarks>Safe for several threads: ML.NET makes no promise for a shared context, so scoring is one at a time.</remarks>
internal sealed class FittedModel
{
    private readonly Lock _scoring = new();
    private readonly MLContext _context;
    private readonly ITransformer _transformer;

    private FittedModel(MLContext context, ITransformer transformer) => (_context, _transformer) = (context, transformer);

    /// <summary>Fits a model on these rows; the same arguments give the same bytes.</summary>
    public static FittedModel Fit(TrainerSettings settings, int seed, float[][] vectors, bool[] labels)
    {
        MLContext context = new(seed);
        IEstimator<ITransformer> trainer = Trainers.Of(settings.Trainer).Create(context, seed, settings.Parameters);
        return new FittedModel(context, trainer.Fit(VectorRow.View(context, vectors, labels)));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static FittedModel Load(byte[] zip)
    {
        MLContext context = new(seed: 0);
        using MemoryStream bytes = new(zip, writable: false);
        return new FittedModel(context, context.Model.Load(bytes, out _));
    }

    /// <summary>ML.NET's zip with its entries sorted and their times fixed: equal models give equal bytes.</summary>
    public byte[] Save()
    {
        using MemoryStream bytes = new();
        _context.Model.Save(_transformer, inputSchema: null, bytes);
        return StableZip.Rewrite(bytes.ToArray());
    }

    /// <summary>Probability of the positive class for each vector, in [0, 1].</summary>
    public double[] Score(float[][] vectors)
    {
        if (vectors.Length == 0) return [];
        lock (_scoring)
        {
            IDataView scored = _transformer.Transform(VectorRow.View(_context, vectors, new bool[vectors.Length]));
            return [.. scored.GetColumn<float>("Probability").Select(probability => (double)probability)];
        }
    }
}

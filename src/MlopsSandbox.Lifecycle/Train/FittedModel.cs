using System.Runtime.CompilerServices;
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
    /// <exception cref="OperationCanceledException">It was cancelled; trainers look between two of their steps.</exception>
    public static FittedModel Fit(TrainerSettings settings, int seed, float[][] vectors, bool[] labels, CancellationToken cancellation = default)
    {
        MLContext context = new(seed);
        using CancellationTokenRegistration stop = cancellation.Register(() => CancelExecution(context));
        IEstimator<ITransformer> trainer = Trainers.Of(settings.Trainer).Create(context, seed, settings.Parameters);
        ITransformer fitted = Fit(trainer, VectorRow.View(context, vectors, labels));
        cancellation.ThrowIfCancellationRequested();
        return new FittedModel(context, fitted);
    }

    // Trees are grown in tasks, one thread or not: where one of these was stopped, what comes out is an exception of several.
    private static ITransformer Fit(IEstimator<ITransformer> trainer, IDataView rows)
    {
        try
        {
            return trainer.Fit(rows);
        }
        catch (AggregateException failure) when (failure.Flatten().InnerExceptions.All(one => one is OperationCanceledException))
        {
            throw new OperationCanceledException(failure.GetBaseException().Message, failure);
        }
    }

    // ML.NET's own way to stop a fit. Its library for automatic training uses it; it is not public, and nothing that is public stops a fit.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = nameof(CancelExecution))]
    private static extern void CancelExecution(MLContext context);

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

using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>An ML.NET model from feature vector to probability or number.</summary>
/// <remarks>Safe for several threads: ML.NET makes no promise for a shared context, so scoring is one at a time.</remarks>
internal sealed class FittedModel
{
    // ML.NET's names of what a model of classes and one of numbers answers.
    private const string Probability = "Probability", Number = "Score";
    private readonly Lock _scoring = new();
    private readonly MLContext _context;
    private readonly ITransformer _transformer;

    private FittedModel(MLContext context, ITransformer transformer) => (_context, _transformer) = (context, transformer);

    /// <summary>Fits a model on these rows; the same arguments give the same bytes.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; trainers look between two of their steps.</exception>
    public static FittedModel Fit(TrainerSettings settings, int seed, PredictionTask task, float[][] vectors, double[] labels, CancellationToken cancellation = default)
    {
        MLContext context = new(seed);
        using CancellationTokenRegistration stop = cancellation.Register(() => CancelExecution(context));
        IEstimator<ITransformer> trainer = Trainers.Of(settings.Trainer).For(task)(context, seed, settings.Parameters);
        ITransformer fitted = Fit(trainer, VectorRows.View(context, task, vectors, labels));
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

    /// <summary>An answer for each vector: of classes the probability of the positive one, in [0, 1]; else the number.</summary>
    public double[] Score(float[][] vectors)
    {
        if (vectors.Length == 0) return [];
        lock (_scoring)
        {
            IDataView scored = _transformer.Transform(VectorRows.View(_context, vectors));
            string answer = scored.Schema.GetColumnOrNull(Probability) is null ? Number : Probability;
            return [.. scored.GetColumn<float>(answer).Select(value => (double)value)];
        }
    }
}

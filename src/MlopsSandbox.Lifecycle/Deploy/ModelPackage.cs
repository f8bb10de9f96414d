using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Train;

namespace MlopsSandbox.Lifecycle.Deploy;

/// <summary>A fitted model with its recipe: the artifact of kind <c>model</c>, and all that an endpoint needs.</summary>
/// <remarks>A zip of <c>fit.json</c> (row ids of the fit), <c>model.zip</c> (ML.NET), <c>recipe.json</c> and <c>signature.json</c>. Safe for several threads.</remarks>
public sealed class ModelPackage
{
    private const string FitFile = "fit.json", ModelFile = "model.zip", RecipeFile = "recipe.json", SignatureFile = "signature.json";
    private readonly Lazy<FittedModel> _model;

    private ModelPackage(ModelSignature signature, Recipe recipe, IReadOnlySet<int> fitRowIds, Func<FittedModel> model)
    {
        (Signature, Recipe, FitRowIds) = (signature, recipe, fitRowIds);
        _model = new Lazy<FittedModel>(model);
    }

    /// <summary>What it takes and answers.</summary>
    public ModelSignature Signature { get; }

    /// <summary>From raw row to feature vector.</summary>
    public Recipe Recipe { get; }

    /// <summary>Row ids that it was fitted on: it must never be measured on one of these.</summary>
    public IReadOnlySet<int> FitRowIds { get; }

    /// <summary>Opens a package. ML.NET's part is read at the first score.</summary>
    /// <exception cref="FormatException">The bytes are not a model package.</exception>
    public static ModelPackage Load(byte[] zip)
    {
        try
        {
            IReadOnlyDictionary<string, byte[]> files = StableZip.Read(zip);
            return new ModelPackage(
                ArtifactJson.Read<ModelSignature>(files[SignatureFile]),
                Recipe.FromJson(files[RecipeFile]),
                ArtifactJson.Read<HashSet<int>>(files[FitFile]),
                () => FittedModel.Load(files[ModelFile]));
        }
        catch (Exception problem) when (problem is InvalidDataException or KeyNotFoundException)
        {
            throw new FormatException(
                $"This is not a model package: {problem.Message} Expected a zip with {FitFile}, {ModelFile}, {RecipeFile} and {SignatureFile}, as the stage train makes it.", problem);
        }
    }

    /// <summary>An answer for each row: the probability of the positive class, in [0, 1], or the number.</summary>
    /// <exception cref="KeyNotFoundException">The table lacks a column that the model uses.</exception>
    /// <exception cref="ArgumentException">A column is of another kind than the model was fitted on.</exception>
    public double[] Score(Table rows) => _model.Value.Score(Recipe.Apply(rows));

    /// <summary>The bytes of a package; equal parts give equal bytes.</summary>
    internal static byte[] Pack(ModelSignature signature, Recipe recipe, IEnumerable<int> fitRowIds, FittedModel model) => StableZip.Write(
    [
        new(FitFile, ArtifactJson.Write(fitRowIds.Order().ToArray())),
        new(ModelFile, model.Save()),
        new(RecipeFile, recipe.ToJson()),
        new(SignatureFile, ArtifactJson.Write(signature)),
    ]);
}

using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Predictions;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops predict</c>: asks the model that serves.</summary>
internal sealed class PredictCommand : MlopsCommand
{
    private readonly Option<string?> _model = new("--model") { Description = "The endpoint to ask. [default: that of the model deployed last]", HelpName = "name" };
    private readonly Option<IReadOnlyDictionary<string, string>> _set = NamedValues.Option("--set", "A feature's value; may be given again, once for every feature.", "tenure=12");
    private readonly Option<string?> _file = new("--file") { Description = "A CSV file with a header, or a .json file with a row or an array of rows.", HelpName = "file" };

    public PredictCommand(Shell shell) : base(shell, "predict", "Scores rows by the model that serves. Rows come from --set, from --file, or as JSON on standard input.",
        new("predict --file sample-data/telco-churn/telco-churn.csv --output json", "every row of a file"),
        new("predict --model telco-churn-0001 < row.json", "a row as JSON, by one endpoint"))
    {
        Add(_model);
        Add(_set);
        Add(_file);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore catalog = invocation.OpenCatalog();
        ModelCache models = new(new ArtifactStore(invocation.Places.Artifacts));
        ServedModel model = ServedModel.Find(catalog, models, invocation.Parsed.GetValue(_model));
        await using CallLog calls = new(catalog);
        PredictionShape answer = calls.Answer(model, CallPath.Command, () => Rows(invocation, model.Signature.Inputs));
        invocation.Answer(answer, screen => Draw(screen, answer));
        return ExitCodes.Succeeded;
    }

    private IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Rows(Invocation invocation, IReadOnlyList<Feature> features)
    {
        IReadOnlyDictionary<string, string>? set = invocation.Parsed.GetValue(_set);
        string? file = invocation.Parsed.GetValue(_file);
        if (set is not null && file is not null) throw new RefusalException("--set and --file are both given; expected one of them. Leave one out.");
        if (set is not null) return [RequestRows.FromTexts(set, features)];
        if (file is null) return RequestRows.FromJson(invocation.Terminal.In.ReadToEnd(), "standard input");
        if (!File.Exists(file)) throw new RefusalException($"{file}: there is no such file; expected rows as CSV or JSON. Check the path.");
        return file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? RequestRows.FromJson(File.ReadAllText(file), file)
            : RequestRows.FromCsv(File.ReadAllBytes(file), file, features);
    }

    private static void Draw(IAnsiConsole screen, PredictionShape answer)
    {
        screen.WriteLine(answer.Positive is null
            ? $"{answer.Model} version {answer.Version}: {answer.Label}"
            : $"{answer.Model} version {answer.Version}: probability of {answer.Label} = {answer.Positive}, called so from {Figures.Measure(answer.Threshold)} on");
        Table table = answer.Positive is null ? Tables.Of(">row", $">{answer.Label}") : Tables.Of(">row", ">score", "called");
        foreach ((int index, PredictedRow row) in answer.Predictions.Index())
        {
            string[] cells = [(index + 1).ToString(CultureInfo.InvariantCulture), Figures.Measure(row.Score)];
            table.Row(row.IsPositive is { } isPositive ? [.. cells, isPositive ? answer.Positive! : $"not {answer.Positive}"] : cells);
        }

        screen.Write(table);
    }
}

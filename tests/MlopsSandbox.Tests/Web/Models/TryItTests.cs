using System.Text.Json;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Web.Models;

namespace MlopsSandbox.Tests.Web.Models;

public sealed class TryItTests
{
    private static readonly Feature Tenure = new("tenure", FeatureKind.Numeric), Contract = new("contract", FeatureKind.Categorical), Strange = new("strange", FeatureKind.Numeric);
    private static readonly Dictionary<string, string> Row = new() { ["tenure"] = "12.5", ["contract"] = "it's <b>", ["strange"] = "" };

    [Fact]
    public void Fields_OfASignature_HintAtTheDataThatTheModelCameFrom()
    {
        Table rows = new([0, 1, 2], [new NumericColumn("tenure", [1, 12, 72]), new CategoricalColumn("contract", ["One year", "Two year", "One year"])], [0, 1, 0]);

        IReadOnlyList<TryField> fields = TryField.Of(Signature(), Baseline.From(rows, [0.1, 0.9], [false, true]));

        Assert.Equal([("1 to 72, median 12", "12"), ("One year in 67 % of the rows", "One year"), ("", "")], fields.Select(field => (field.Hint, field.Usual)));
        Assert.Equal(["One year", "Two year"], fields[1].Choices);
    }

    [Fact]
    public void Command_SetsEveryField_TheUnknownOnesToNothing() =>
        Assert.Equal(["predict", "--model", "m", "--set", "tenure=12.5", "--set", "contract=it's <b>", "--set", "strange="], TryWords.Command("m", Row));

    [Fact]
    public void Curl_SendsTheSameRow_QuotedForAShell()
    {
        string line = TryWords.Curl("http://here/", "a b", Row, [Tenure, Contract, Strange]);

        const string begin = "curl -X POST http://here/api/endpoints/a%20b/predict -H 'Content-Type: application/json' -d '";
        Assert.StartsWith(begin, line, StringComparison.Ordinal);
        string sent = line[begin.Length..^1].Replace("'\\''", "'", StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse("""{"tenure": 12.5, "contract": "it's <b>", "strange": null}"""), JsonElement.Parse(sent)));
    }

    [Fact]
    public void Curl_WhereAKeyIsAskedFor_HasTheShellTellIt() =>
        Assert.Contains("/predict -H \"Authorization: Bearer $MLOPS_KEY\" -H 'Content-Type", TryWords.Curl("http://here/", "a", Row, [Tenure, Contract, Strange], needsKey: true), StringComparison.Ordinal);

    private static ModelSignature Signature() => new()
    {
        Inputs = [Tenure, Contract, Strange],
        Label = "churn",
        Positive = "Yes",
        Threshold = 0.5,
        Trainer = "sdca",
        Parameters = new Dictionary<string, double>(),
        Dataset = "sha256:d",
        FitRows = 3,
        FitRowsDigest = "sha256:r",
    };
}

using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Runs;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Web.Workflows;

/// <summary>What somebody has filled in to start a run.</summary>
internal sealed class RunAsked
{
    /// <summary>The inputs as texts; empty for none.</summary>
    public Dictionary<string, string> Inputs { get; } = new(StringComparer.OrdinalIgnoreCase);
    /// <summary>All chance comes from it.</summary>
    public int Seed { get; set; } = RunRequest.DefaultSeed;
    /// <summary>Words to find the run by, with commas or spaces between.</summary>
    public string Tags { get; set; } = "";
    /// <summary>True to have every stage work.</summary>
    public bool NoCache { get; set; }

    /// <summary>What is wrong with an input as it stands; null when nothing is.</summary>
    public string? Problem(WorkflowDefinition definition, RunField field)
    {
        string text = Inputs.GetValueOrDefault(field.Name, "").Trim();
        if (text.Length == 0) return field.IsRequired ? $"{field.Title} is not given; expected {(field.Choices.Count > 0 ? "one of the choices" : $"a value of type {field.TypeName}")}." : null;
        return RunInputs.Refusal(definition.Inputs.First(input => input.Name == field.Name), text);
    }

    /// <summary>Everything that is wrong besides the inputs.</summary>
    public IEnumerable<string> OtherProblems()
    {
        if (Seed < 0) yield return $"The seed is {Seed.ToString(CultureInfo.InvariantCulture)}; expected a whole number from 0.";
        foreach (string problem in TagList.Select(tag => RunTags.Problem("tag", tag)).OfType<string>()) yield return problem;
    }

    /// <summary>The words of the command that starts the same run.</summary>
    public IReadOnlyList<string> Command(string workflow) =>
    [
        "run", workflow,
        .. Given.SelectMany(input => new[] { "--input", $"{input.Key}={input.Value}" }),
        .. Seed == RunRequest.DefaultSeed ? Array.Empty<string>() : ["--seed", Seed.ToString(CultureInfo.InvariantCulture)],
        .. TagList.SelectMany(tag => new[] { "--tag", tag }),
        .. NoCache ? ["--no-cache"] : Array.Empty<string>(),
    ];

    /// <summary>Starts it, on which this server works.</summary>
    /// <returns>The run's id.</returns>
    /// <exception cref="RefusalException">An input is missing or of another type, or the scenario's data cannot be used.</exception>
    /// <exception cref="Lifecycle.Scenarios.ScenarioException">The scenario cannot be read.</exception>
    public string Start(Sandbox sandbox, Hints hints, WorkflowDefinition definition)
    {
        IReadOnlyDictionary<string, JsonElement> inputs = RunInputs.Of(definition, Given);
        IReadOnlyList<InputDefinition> missing = RunInputs.Missing(definition, [.. inputs.Keys]);
        if (missing.Count > 0) throw MissingInputs.Refusal(definition, missing, given => string.Join(' ', given.Select(input => $"--input {input.Name}={input.Value}")), hints);
        return sandbox.Bridge.Runs.Start(RunStart.Of(sandbox.Places, definition, inputs, Seed, at: null) with { Reuses = !NoCache, Tags = TagList });
    }

    private Dictionary<string, string> Given => Inputs.Where(input => input.Value.Trim().Length > 0).ToDictionary(input => input.Key, input => input.Value.Trim());

    private string[] TagList => [.. Tags.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}

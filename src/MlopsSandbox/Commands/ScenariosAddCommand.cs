using System.CommandLine;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops scenarios add</c>: makes a scenario of a CSV file that nobody prepared.</summary>
internal sealed class ScenariosAddCommand : MlopsCommand
{
    private readonly Argument<string> _file = new("file") { HelpName = "FILE", Description = "a CSV file with a header." };
    private readonly Option<string> _label = new("--label") { Description = "the column to predict.", HelpName = "column", Required = true };
    private readonly Option<string?> _positive = new("--positive") { Description = "The label's value that counts as positive. [default: guessed, and told]", HelpName = "value" };
    private readonly Option<string?> _name = new("--name") { Description = "The scenario's name. [default: the file's]", HelpName = "name" };

    public ScenariosAddCommand(Shell shell) : base(shell, "add", "Makes a scenario of a CSV file: a folder with the data and a scenario.json to correct.",
        new("scenarios add customers.csv --label churn", "guesses types, positive class and a drift story, and says what it guessed"),
        new("scenarios add loans.csv --label status --positive default --name loans", "leaves less to guessing"))
    {
        Add(_file);
        Add(_label);
        Add(_positive);
        Add(_name);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        ScenarioRequest request = new(
            invocation.Parsed.GetRequiredValue(_file), invocation.Parsed.GetRequiredValue(_label), invocation.Parsed.GetValue(_positive), invocation.Parsed.GetValue(_name));
        (string folder, ScenarioDraft draft) = ScenarioWriter.Add(invocation.Places.Scenarios[0], request);
        invocation.Answer(ScenarioShape.Of(ScenarioFile.Read(folder)), screen =>
        {
            screen.WriteLine($"{folder}: scenario '{draft.Name}'.");
            foreach (string note in draft.Notes) screen.WriteLine($"- {note}");
            screen.WriteHint($"Correct {Path.Combine(folder, ScenarioFile.Name)} where a guess is wrong, then", invocation.Hints.For("walkthrough", "--scenario", draft.Name));
        });
        return Task.FromResult(ExitCodes.Succeeded);
    }
}

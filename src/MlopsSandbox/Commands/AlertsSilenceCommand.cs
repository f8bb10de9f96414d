using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MlopsSandbox.Alerts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using Spectre.Console;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops alerts silence</c>: nobody is told of some alerts for a while.</summary>
internal sealed class AlertsSilenceCommand : MlopsCommand
{
    private readonly Option<string?> _endpoint = new("--endpoint") { Description = "The endpoint; by default the one whose model was deployed last.", HelpName = "name" };
    private readonly Option<string?> _rule = new("--rule") { Description = "Only alerts of this rule, such as drift.", HelpName = "name" };
    private readonly Option<string?> _feature = new("--feature") { Description = "Only alerts about this feature.", HelpName = "name" };
    private readonly Option<double> _days = new("--days") { Description = "for how many simulated days, from now on.", HelpName = "days", Required = true, CustomParser = Parse };
    private readonly Option<string> _reason = ReasonOption.Create("why, for those who wonder that nobody was told.");
    private readonly Option<string> _by = ByOption.Create("who silences them");

    public AlertsSilenceCommand(Shell shell) : base(shell, "silence", "Tells nobody of some alerts for a while: they are raised and counted, and told when the silence ends and they still stand.",
        new Example("alerts silence --feature monthly_charges --days 7 --reason \"prices rise this week\"", "about one feature"),
        new Example("alerts silence --days 1 --reason \"data migration\"", "all of the endpoint"))
    {
        Add(_endpoint);
        Add(_rule);
        Add(_feature);
        Add(_days);
        Add(_reason);
        Add(_by);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        ParseResult parsed = invocation.Parsed;
        using CatalogStore catalog = invocation.OpenCatalog();
        SilenceRow silence = new AlertDesk(catalog, invocation.Hints).Silence(parsed.GetValue(_endpoint), parsed.GetValue(_rule), parsed.GetValue(_feature),
            parsed.GetValue(_days), parsed.GetRequiredValue(_by), parsed.GetRequiredValue(_reason));
        string what = (silence.Rule, silence.Subject) switch
        {
            (null, null) => "all alerts",
            (null, { } subject) => $"alerts about {subject}",
            ({ } rule, null) => $"alerts of rule {rule}",
            var (rule, subject) => $"alerts of rule {rule} about {subject}",
        };
        invocation.Answer(silence, screen => screen.WriteLine($"{silence.Id}: {what} of endpoint {silence.Endpoint} are silenced until {Figures.Time(silence.Until)} (simulated time)."));
        return Task.FromResult(ExitCodes.Succeeded);
    }

    private static double Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double days) && days is > 0 and <= 36_500) return days;
        result.AddError($"--days is '{text}'; expected simulated days above 0, 36500 at most, such as 7.");
        return 0;
    }
}

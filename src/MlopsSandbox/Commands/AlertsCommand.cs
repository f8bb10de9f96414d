namespace MlopsSandbox.Commands;

/// <summary><c>mlops alerts</c>: what checks raised.</summary>
internal sealed class AlertsCommand : AlertsListing
{
    public AlertsCommand(Shell shell) : base(shell, "alerts", "Lists the alerts that are not over; shows one, takes one up, silences some.",
        new("alerts", "what is open"),
        new("alerts show alert-0001", "one, with who was told of it"),
        new("alerts ack alert-0001 --note \"the price list changed\"", "somebody has taken it up"),
        new("alerts silence --feature monthly_charges --days 7 --reason \"prices rise this week\"", "nobody is told for a week"))
    {
        Add(new AlertsListCommand(shell));
        Add(new AlertsShowCommand(shell));
        Add(new AlertsAckCommand(shell));
        Add(new AlertsSilenceCommand(shell));
    }
}

/// <summary><c>mlops alerts list</c>.</summary>
internal sealed class AlertsListCommand(Shell shell) : AlertsListing(shell, "list", "Lists the alerts that are not over, or all of them.",
    new("alerts list --endpoint telco-churn-0001", "of one endpoint"),
    new("alerts list --all --output json", "those that are over too, for a script"));

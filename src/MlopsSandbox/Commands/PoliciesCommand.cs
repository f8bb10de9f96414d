namespace MlopsSandbox.Commands;

/// <summary><c>mlops policies</c>: when models are trained again.</summary>
internal sealed class PoliciesCommand : PoliciesLookCommand
{
    public PoliciesCommand(Shell shell) : base(shell, "policies", "Shows the retrain policy in force and its last decisions; sets another.",
        new("policies", "for the endpoint whose model was deployed last"),
        new("policies set any drift periodic --every-days 30 --reason \"monthly at least\"", "on drift, and every 30 days"))
    {
        Add(new PoliciesShowCommand(shell));
        Add(new PoliciesSetCommand(shell));
    }
}

/// <summary><c>mlops policies show</c>.</summary>
internal sealed class PoliciesShowCommand(Shell shell) : PoliciesLookCommand(shell, "show", "Shows the retrain policy in force, where it comes from, and its last decisions with their grounds.",
    new("policies show --endpoint telco-churn-0001", "of one endpoint"),
    new("policies show --scenario telco-churn", "of a scenario, whatever serves"));

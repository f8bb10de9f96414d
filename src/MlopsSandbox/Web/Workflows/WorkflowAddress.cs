namespace MlopsSandbox.Web.Workflows;

/// <summary>Addresses of workflows' pages.</summary>
internal static class WorkflowAddress
{
    /// <summary>The page of a workflow.</summary>
    public static string Of(string name) => $"/workflows/{Uri.EscapeDataString(name)}";

    /// <summary>Where it is edited.</summary>
    public static string EditOf(string name) => Of(name) + "/edit";
}

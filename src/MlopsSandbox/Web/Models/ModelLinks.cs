namespace MlopsSandbox.Web.Models;

/// <summary>Addresses of what pages of models lead to.</summary>
internal static class ModelLinks
{
    /// <summary>A model group.</summary>
    public static string Group(string model) => $"/models/{Uri.EscapeDataString(model)}";

    /// <summary>A version of it.</summary>
    /// <param name="model">Model group.</param>
    /// <param name="version">Its number.</param>
    /// <param name="tab">What is opened of it; null for its quality.</param>
    public static string Version(string model, int version, string? tab = null) =>
        FormattableString.Invariant($"{Group(model)}/{version}") + (tab is null ? "" : $"?tab={tab}");

    /// <summary>A run, at one of its stages where one is named.</summary>
    public static string Run(string run, string? stage = null) => $"/runs/{Uri.EscapeDataString(run)}" + (stage is null ? "" : $"?stage={Uri.EscapeDataString(stage)}");
}

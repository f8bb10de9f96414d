namespace MlopsSandbox.Hosting;

/// <summary>The workflows that a story runs.</summary>
internal static class StoryWorkflows
{
    /// <summary>Makes a model, and makes it anew.</summary>
    public const string Lifecycle = "lifecycle";
    /// <summary>Watches it each day.</summary>
    public const string Monitor = "monitor";

    /// <summary>Refuses to begin a story without them.</summary>
    /// <exception cref="Commands.RefusalException">One is not there.</exception>
    /// <exception cref="Workflows.Definitions.DefinitionException">One cannot be walked.</exception>
    public static void Check(Places places)
    {
        WorkflowShelf shelf = new(places.Workflows, Stages.All().Activities);
        shelf.Load(Lifecycle);
        shelf.Load(Monitor);
    }
}

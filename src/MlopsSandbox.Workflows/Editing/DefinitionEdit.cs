namespace MlopsSandbox.Workflows.Editing;

/// <summary>A change to a definition's text. A pure function: what it is not about stays byte for byte.</summary>
public abstract record DefinitionEdit
{
    /// <summary>What it does, in a few words, such as <c>Move 'ingest'</c>.</summary>
    public abstract string Title { get; }

    /// <summary>The text afterwards.</summary>
    /// <exception cref="EditException">It can't be made.</exception>
    internal abstract string Write(DefinitionDraft draft);
}

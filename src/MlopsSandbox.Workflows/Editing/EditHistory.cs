using System.Collections.Immutable;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>A draft with the way that led to it: every step can be taken back, and taken again. Immutable.</summary>
public sealed record EditHistory
{
    private ImmutableStack<(DefinitionDraft Before, DefinitionEdit Edit)> Done { get; init; } = [];
    private ImmutableStack<(DefinitionDraft After, DefinitionEdit Edit)> Undone { get; init; } = [];

    /// <param name="original">What is worked on.</param>
    public EditHistory(DefinitionDraft original) => (Original, Now) = (original, original);

    /// <summary>What it began with.</summary>
    public DefinitionDraft Original { get; }

    /// <summary>What it is now.</summary>
    public DefinitionDraft Now { get; private init; }

    /// <summary>True when something differs from the original.</summary>
    public bool HasChanges => Now.Text != Original.Text;

    /// <summary>What would be taken back; null for nothing.</summary>
    public string? UndoTitle => Done.IsEmpty ? null : Done.Peek().Edit.Title;

    /// <summary>What would be taken again; null for nothing.</summary>
    public string? RedoTitle => Undone.IsEmpty ? null : Undone.Peek().Edit.Title;

    /// <summary>After an edit; small steps of one activity that follow each other are taken back at once.</summary>
    /// <exception cref="EditException">It can't be made.</exception>
    public EditHistory Do(DefinitionEdit edit)
    {
        DefinitionDraft next = Now.With(edit);
        if (next.Text == Now.Text) return this;
        bool goesOn = !Done.IsEmpty && edit is MoveActivity { IsStep: true } step && Done.Peek().Edit is MoveActivity { IsStep: true } last && last.Id == step.Id;
        return this with { Now = next, Done = goesOn ? Done : Done.Push((Now, edit)), Undone = [] };
    }

    /// <summary>Before the last edit; the same when there is none.</summary>
    public EditHistory Undo() => Done.IsEmpty ? this
        : this with { Now = Done.Peek().Before, Undone = Undone.Push((Now, Done.Peek().Edit)), Done = Done.Pop() };

    /// <summary>After the edit that was taken back last; the same when there is none.</summary>
    public EditHistory Redo() => Undone.IsEmpty ? this
        : this with { Now = Undone.Peek().After, Done = Done.Push((Now, Undone.Peek().Edit)), Undone = Undone.Pop() };
}

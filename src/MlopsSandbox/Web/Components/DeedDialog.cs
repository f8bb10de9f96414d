using Microsoft.AspNetCore.Components;
using MudBlazor;
using MlopsSandbox.Api;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;

namespace MlopsSandbox.Web.Components;

/// <summary>A dialog that does something once somebody has confirmed it. What can be foreseen to go wrong is said in it, and it stays open, so that what was filled in is not lost.</summary>
public abstract class DeedDialog : ComponentBase
{
    /// <summary>The open dialog.</summary>
    [CascadingParameter] internal IMudDialogInstance Dialog { get; set; } = null!;

    /// <summary>The open home.</summary>
    [Inject] internal Sandbox Sandbox { get; set; } = null!;

    /// <summary>Commands to paste.</summary>
    [Inject] internal Hints Hints { get; set; } = null!;

    [Inject] private Problems Problems { get; set; } = null!;

    [Inject] private Signature Signature { get; set; } = null!;

    /// <summary>What went wrong, or what was filled in and cannot be; null when nothing.</summary>
    protected string? Problem { get; private set; }

    /// <summary>Who does it; kept for the next dialog of this tab.</summary>
    protected string By { get => Signature.Name; set => Signature.Name = value; }

    /// <summary>Does it, unless something that was filled in cannot be.</summary>
    /// <param name="act">Does it, and closes the dialog.</param>
    /// <param name="wrong">A sentence for each thing that may be wrong; null for what is right.</param>
    protected void Try(Action act, params IEnumerable<string?> wrong)
    {
        Problem = wrong.FirstOrDefault(problem => problem is not null);
        if (Problem is not null) return;
        try
        {
            act();
        }
        catch (Exception failure) when (Problems.Foresees(failure))
        {
            Problem = Problems.Of(failure).Detail;
        }
    }
}

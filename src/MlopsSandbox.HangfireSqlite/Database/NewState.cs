using Hangfire.Common;
using Hangfire.States;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>A state as its row will hold it. It is read from the program's own state before the file is locked for writing.</summary>
internal readonly record struct NewState(string Name, string? Reason, string? Data, long CreatedAt)
{
    /// <exception cref="ArgumentException">The state has no name.</exception>
    public static NewState Of(IState state, long now)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Name is null) throw new ArgumentException($"The {state.GetType().Name} has no name; expected one.", nameof(state));
        return new NewState(state.Name, state.Reason, SerializationHelper.Serialize(state.SerializeData()), now);
    }
}

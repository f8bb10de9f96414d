namespace MlopsSandbox.HangfireSqlite.Tests.Database;

/// <summary>Runs where a process can be started without privileges, and permissions are Unix's.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Permissions of Windows are set otherwise." : OpeningProcess.Missing;
}

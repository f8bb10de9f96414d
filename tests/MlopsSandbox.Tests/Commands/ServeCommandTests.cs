using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

/// <summary>What keeps the server from starting.</summary>
[Collection("sandbox")]
public sealed class ServeCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Serve_AddressOfAnotherMachine_IsNamed()
    {
        // 192.0.2.0/24 is kept for documentation (RFC 5737): no machine has it.
        CliResult result = await Cli.RunAsync("serve", "--urls", "http://192.0.2.1:5098", "--home", _folder["home"]);

        Assert.Matches("^mlops: error: --urls is 'http://192.0.2.1:5098': .*; expected addresses of this machine. Use http://127.0.0.1:5080.\n$", result.Error);
        Assert.Equal(ExitCodes.Failed, result.ExitCode);
    }

    public void Dispose() => _folder.Dispose();
}

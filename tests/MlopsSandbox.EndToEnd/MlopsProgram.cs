using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace MlopsSandbox.EndToEnd;

/// <summary>The real program as a process of its own.</summary>
internal sealed class MlopsProgram : IDisposable
{
    /// <summary>The environment variable that names another program than the one that was built with the tests, such as the one that was compiled ahead: the path of its <c>mlops.dll</c>.</summary>
    private const string Other = "MLOPS_TEST_PROGRAM";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Process _process;
    private readonly Task<string> _output, _errors;

    private MlopsProgram(Process process)
    {
        _process = process;
        (_output, _errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    private static string Path => Environment.GetEnvironmentVariable(Other) ?? System.IO.Path.Combine(AppContext.BaseDirectory, "mlops.dll");

    public bool HasExited => _process.HasExited;

    /// <summary>Processor time so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static MlopsProgram Start(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["MLOPS_COMMAND"] = "./mlops" },    // as its launcher would be called
        };
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return new MlopsProgram(process);
    }

    public static async Task<Ending> Run(string folder, params string[] arguments)
    {
        using MlopsProgram program = Start(folder, arguments);
        return await program.End();
    }

    public async Task<Ending> End()
    {
        using CancellationTokenSource patience = new(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return new Ending(_process.ExitCode, await _output, await _errors);
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}

/// <summary>How a program ended.</summary>
internal sealed record Ending(int ExitCode, string Output, string Errors)
{
    /// <summary>What it printed as one JSON document.</summary>
    public JsonElement Json
    {
        get
        {
            using JsonDocument document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }
}

using MlopsSandbox.Commands;

return await CommandLine.RunAsync(args, Terminal.OfProcess(), Environment.GetEnvironmentVariable).ConfigureAwait(false);

namespace MlopsSandbox.Tests;

/// <summary>Tests that open a whole sandbox, one after another: spans are heard by every listener of the process.</summary>
[CollectionDefinition("sandbox", DisableParallelization = true)]
public sealed class OneSandboxAtATime;

using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Workflows.Definitions;
using Spectre.Console.Testing;

namespace MlopsSandbox.Tests.Hosting;

public sealed class InputPromptTests : IDisposable
{
    private static readonly InputDefinition Times = new("times", "Int32", "", "How often."), Scenario = new("scenario", "String", "", "");
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ask_AnswerOfAnotherType_AsksAgain()
    {
        using TestConsole console = new();
        console.Interactive();
        console.Input.PushTextWithEnter("often");
        console.Input.PushTextWithEnter("3");

        Assert.Equal("3", InputPrompt.Ask(console, [Times], _ => null)["times"]);
        Assert.Contains("How often.", console.Output, StringComparison.Ordinal);
        Assert.Contains("input times is 'often'; expected a value of type Int32.", console.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_KnownAnswers_AreShownAndNoOtherTaken()
    {
        using TestConsole console = new();
        console.Interactive();
        console.Input.PushTextWithEnter("telco");
        console.Input.PushTextWithEnter("telco-churn");

        Assert.Equal("telco-churn", InputPrompt.Ask(console, [Scenario], _ => ["phone-churn", "telco-churn"])["scenario"]);
        Assert.Contains("[phone-churn/telco-churn]", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NobodyToAsk_RefusesWithAllThatIsMissing()
    {
        CliResult result = await Cli.RunAsync("run", Path.Combine(AppContext.BaseDirectory, "Definitions", "starter.json"), "--home", _folder["home"]);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Equal($"mlops: error: workflow 'starter' needs the inputs 'workflow', 'scenario', which are not given; expected --input workflow=STRING --input scenario=NAME. "
            + $"See 'mlops scenarios --home {_folder["home"]}'.{Environment.NewLine}", result.Error);
        Assert.False(Directory.Exists(_folder["home"]));
    }
}

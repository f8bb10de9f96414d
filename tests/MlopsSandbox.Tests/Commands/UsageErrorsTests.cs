using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

public class UsageErrorsTests
{
    [Theory]
    [InlineData("walkthru", "'walkthru' is not a command; expected one of: {commands}. Did you mean 'walkthrough'? See 'mlops --help'.")]
    [InlineData("xyzzy", "'xyzzy' is not a command; expected one of: {commands}. See 'mlops --help'.")]
    [InlineData("runs --hmoe x", "'--hmoe' is not an option of 'runs'. Did you mean '--home'? See 'mlops runs --help'.")]
    [InlineData("runs --sort age", "--sort is 'age'; expected one of: started, ended, duration, workflow, scenario, status. See 'mlops runs --help'.")]
    [InlineData("traces --attribute train", "--attribute is 'train'; expected a name and a value, such as mlops.stage=train. See 'mlops traces --help'.")]
    [InlineData("traces --min-seconds -1", "--min-seconds is '-1'; expected a number of seconds from 0, such as 2.5. See 'mlops traces --help'.")]
    [InlineData("traces --from soon", "--from is 'soon'; expected a time in UTC, such as 2026-01-20 or 2026-01-20T06:00:00Z. See 'mlops traces --help'.")]
    [InlineData("runs more", "'more' is one word too many for 'runs'. See 'mlops runs --help'.")]
    [InlineData("runs --output jsn", "--output is 'jsn'; expected one of: text, json. Did you mean 'json'? See 'mlops runs --help'.")]
    [InlineData("walkthrough --drift prices", "--drift is 'prices'; expected one of: none, price, segment, concept, all, real. Did you mean 'price'? See 'mlops walkthrough --help'.")]
    [InlineData("walkthrough --seed eleven", "--seed is 'eleven'; expected a whole number from 0 to 2147483647, such as 42. See 'mlops walkthrough --help'.")]
    [InlineData("run lifecycle --input scenario", "--input is 'scenario'; expected name=value, such as scenario=telco-churn. See 'mlops run --help'.")]
    [InlineData("show", "RUN is missing: the id of a run, such as lifecycle-0001. See 'mlops show --help'.")]
    [InlineData("models demote", "'demote' is not a command of 'models'; expected one of: promote, rollback. See 'mlops models --help'.")]
    [InlineData("jobs chekc", "'chekc' is not a command of 'jobs'; expected one of: check, backup. Did you mean 'check'? See 'mlops jobs --help'.")]
    [InlineData("jobs backup", "FILE is missing: the copy; nothing may be there yet. See 'mlops jobs backup --help'.")]
    [InlineData("models promote churn 2", "--reason is missing: why, for those who look at the registry later. See 'mlops models promote --help'.")]
    [InlineData("runs --home ''", "--home is ''; expected a folder, such as ./somewhere. See 'mlops runs --help'.")]
    [InlineData("runs --workflows ''", "--workflows is ''; expected a folder, such as ./somewhere. See 'mlops runs --help'.")]
    [InlineData("models promote churn 2 --reason ''", "--reason is ''; expected why, in a few words. See 'mlops models promote --help'.")]
    public async Task RunAsync_WrongWords_SaysWhatIsWrongInOneLine(string words, string expected)
    {
        CliResult result = await Cli.RunAsync([.. words.Split(' ').Select(word => word == "''" ? "" : word)]);

        MlopsRoot root = new(new Shell(new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null), new GlobalOptions(), "mlops", _ => null));
        string commands = string.Join(", ", root.Subcommands.Select(command => command.Name));
        Assert.Equal($"mlops: error: {expected.Replace("{commands}", commands, StringComparison.Ordinal)}{Environment.NewLine}", result.Error);
        Assert.Equal("", result.Out);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
    }
}

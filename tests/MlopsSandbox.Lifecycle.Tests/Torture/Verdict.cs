namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>What is wrong with a run whose processes were killed, held against one that nobody disturbed.</summary>
internal static class Verdict
{
    /// <summary>Every broken promise, one sentence each.</summary>
    public static IReadOnlyList<string> Problems(Ending undisturbed, Ending tortured) =>
    [
        .. Differences(undisturbed.Remembered, tortured.Remembered),
        .. Lines(Of(undisturbed, Act.Line), Of(tortured, Act.Line)),
        .. Work(undisturbed, tortured),
        .. BegunAgain(Of(tortured, Act.Begin), tortured.Killed),
    ];

    private static IEnumerable<string> Differences(IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        Dictionary<string, int> wanted = Counts(expected), there = Counts(found);
        return from what in wanted.Keys.Union(there.Keys).Order(StringComparer.Ordinal)
               let times = there.GetValueOrDefault(what)
               let due = wanted.GetValueOrDefault(what)
               where times != due
               select $"The catalog has '{what}' {times} times; undisturbed {due}.";
    }

    // At least once, whoever tells it, and the same key always for the same line.
    private static IEnumerable<string> Lines(IEnumerable<Told> expected, IEnumerable<Told> found)
    {
        ILookup<string, string> told = found.ToLookup(line => line.Key, line => line.Text);
        Dictionary<string, string> due = expected.ToDictionary(line => line.Key, line => line.Text);
        foreach (var (key, text) in due.Where(line => !told.Contains(line.Key))) yield return $"The line {key} '{text}' was never told.";
        foreach (IGrouping<string, string> line in told)
            foreach (string text in line.Distinct().Where(text => due.GetValueOrDefault(line.Key) != text))
                yield return $"The line {line.Key} was told as '{text}'; undisturbed {(due.TryGetValue(line.Key, out string? other) ? $"'{other}'" : "never")}.";
    }

    private static IEnumerable<string> Work(Ending undisturbed, Ending tortured)
    {
        foreach (Act act in (Act[])[Act.Begin, Act.Done, Act.Failed])
        {
            HashSet<string> due = [.. Of(undisturbed, act).Select(told => told.Key)], was = [.. Of(tortured, act).Select(told => told.Key)];
            foreach (string key in due.Except(was)) yield return $"{key} never came to {act}.";
            foreach (string key in was.Except(due)) yield return $"{key} came to {act}, which it never does undisturbed.";
        }
    }

    // Work is done again only where a kill broke it off before its commit.
    private static IEnumerable<string> BegunAgain(IEnumerable<Told> begun, IReadOnlySet<int> killed)
    {
        foreach (IGrouping<string, int> tries in begun.GroupBy(told => told.Key, told => told.Process))
        {
            int[] processes = [.. tries.Order()];
            foreach (var (process, next) in processes.Zip(processes.Skip(1)))
            {
                if (process == next) yield return $"{tries.Key} began twice in process {process}.";
                else if (!killed.Contains(process)) yield return $"{tries.Key} began again in process {next}, though nobody had killed process {process}.";
            }
        }
    }

    private static Dictionary<string, int> Counts(IEnumerable<string> facts) => facts.CountBy(fact => fact, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<Told> Of(Ending ending, Act act) => ending.Told.Where(told => told.Act == act);
}

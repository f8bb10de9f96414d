namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>How a table's rows are spent on a story: a history to learn from, quiet days, drifted days until enough labels are there, and days to judge the recovery in.</summary>
/// <param name="HistoryShare">Share of the rows that is history.</param>
/// <param name="ReserveRows">The other rows.</param>
/// <param name="DelayDays">Days from a request to its label.</param>
/// <param name="RequestsPerDay">Requests of a day.</param>
/// <param name="DriftDay">The first day, from 0, on which traffic differs.</param>
/// <param name="MinimumLabels">Labels from after the change that a retrain waits for.</param>
/// <param name="WindowDays">Days of requests that a check looks at.</param>
internal sealed record StoryPlan(double HistoryShare, int ReserveRows, int DelayDays, int RequestsPerDay, int DriftDay, int MinimumLabels, int WindowDays)
{
    /// <summary>Days of every drafted story.</summary>
    public const int Days = 28;
    private const int FewestQuietDays = 5, MostQuietDays = 10, RetrainDays = 1, JudgedRows = 300;
    private const double MostHistory = 0.5;

    // From comfortable to frugal: share that is history, share of the reserve that is served, label delay, a day's slack after each step or none.
    private static readonly (double History, double Used, int Delay, int Slack)[] Steps = [(0.35, 0.70, 2, 1), (0.30, 0.75, 2, 1), (0.30, 0.90, 1, 1), (0.30, 0.95, 1, 0)];

    /// <summary>The most comfortable plan that these rows allow; null when they are too few for any.</summary>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="rarerShare">Share of the rarer class, above 0.</param>
    public static StoryPlan? Of(int rows, double rarerShare) => Steps.Select(step => Of(rows, rarerShare, step)).FirstOrDefault(plan => plan is not null);

    private static StoryPlan? Of(int rows, double rarerShare, (double History, double Used, int Delay, int Slack) step)
    {
        bool isLast = step == Steps[^1];
        double history = Math.Max(step.History, LeastHistoryShare(rows * rarerShare));
        if (history > MostHistory) return null;
        int reserve = rows - (int)Math.Round(rows * history);
        int perDay = (int)(reserve * step.Used / Days);
        if (perDay == 0) return null;
        int judged = isLast ? JudgedRows : Math.Max(JudgedRows, (int)Math.Ceiling(40 / rarerShare));
        int judgingDays = Up(judged, perDay) + step.Slack;
        int learningDays = Up(Math.Max(600, (int)Math.Ceiling(110 / rarerShare)), perDay);
        int quietDays = Days - learningDays - judgingDays - (2 * step.Delay) - RetrainDays - step.Slack;
        learningDays += Math.Max(0, quietDays - MostQuietDays) - Math.Max(0, FewestQuietDays - quietDays);
        int labels = learningDays * perDay;
        // A retrain's 20 % parts then hold about 18 rows of the rarer class, so that by chance they hardly ever hold fewer than the 10 that ingest asks for.
        if (labels < Math.Max(isLast ? 100 : 300, (int)Math.Ceiling(90 / rarerShare))) return null;
        // A little under whole days, so that an estimate of the change that is half a day late still finds enough.
        return new StoryPlan(history, reserve, step.Delay, perDay, Math.Clamp(quietDays, FewestQuietDays, MostQuietDays), labels - (perDay / 2), Math.Clamp(Up(300, perDay), 2, 5));
    }

    /// <summary>Share of the rows that a history needs for its 10 % parts to hold the 10 rows of the rarer class that ingest asks for, in whole percent.</summary>
    public static double LeastHistoryShare(double rarerRows) => Math.Ceiling(100 * 105 / rarerRows) / 100;

    private static int Up(int amount, int perDay) => (amount + perDay - 1) / perDay;
}

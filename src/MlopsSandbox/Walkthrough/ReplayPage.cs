using System.Globalization;
using MlopsSandbox.Rendering;
using MlopsSandbox.Simulation.Outcome;
using Spectre.Console;

namespace MlopsSandbox.Walkthrough;

/// <summary>The years of a replay of real days: what the world did, what was served, what the monitor found.</summary>
internal static class ReplayPage
{
    public static void Draw(IAnsiConsole console, StoryOutcome story, IReadOnlyList<ReplayedMonth> months)
    {
        Table table = Tables.Of("year", ">mean label", ">error served", ">without retrain", ">too high or low", ">alarms", "retrained after");
        foreach (IGrouping<string, ReplayedMonth> year in months.GroupBy(month => month.Month[..4]))
        {
            double labels = year.Sum(month => month.Labels);
            table.Row(
                year.Key,
                Mean(month => month.MeanLabel),
                Mean(month => month.Mae),
                Mean(month => month.WithoutRetrain),
                year.Sum(month => month.MeanError * month.Labels / labels).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture),
                Figures.Count(year.Count(month => month.Drifted)),
                string.Join(", ", year.Where(month => month.Choice == "retrain").Select(month => month.Month)));

            string Mean(Func<ReplayedMonth, double> of) => Figures.Measure(year.Sum(month => of(month) * month.Labels / labels));
        }

        console.WriteLine("Errors are mean absolute ones, in the label's unit. An alarm says that the mean error is another than on the model's held-out days.", new Style(Color.Grey));
        console.Write(table);
        if (story.Drift.DetectedDay is { } day)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The first alarm came on {story.Calendar.DateOf(day):yyyy-MM-dd}."));
    }
}

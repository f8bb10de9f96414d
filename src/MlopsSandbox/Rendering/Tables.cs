using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>The look that all tables share.</summary>
internal static class Tables
{
    /// <summary>An empty table with these headings; those that begin with <c>&gt;</c> are set right. The first column and figures never wrap.</summary>
    public static Table Of(params IReadOnlyList<string> headings)
    {
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (string heading in headings)
        {
            bool isFigure = heading.StartsWith('>');
            TableColumn column = new($"[grey]{Markup.Escape(heading.TrimStart('>'))}[/]");
            column.NoWrap = isFigure || table.Columns.Count == 0;
            table.AddColumn(isFigure ? column.RightAligned() : column);
        }
        return table;
    }

    /// <summary>Adds a row of plain texts.</summary>
    public static void Row(this Table table, params IEnumerable<string> cells) => table.AddRow([.. cells.Select(cell => new Text(cell))]);

    /// <summary>A status in lower case and in its colour.</summary>
    public static Text Status(RunStatus status) => new(Word(status), new Style(status switch
    {
        RunStatus.Succeeded => Color.Green,
        RunStatus.Failed => Color.Red,
        RunStatus.Cancelled => Color.Grey,
        _ => Color.Yellow,
    }));

    /// <summary>A status in lower case and in its colour.</summary>
    public static Text Status(ExecutionStatus status) => new(Word(status), new Style(status switch
    {
        ExecutionStatus.Succeeded => Color.Green,
        ExecutionStatus.Failed => Color.Red,
        ExecutionStatus.Cancelled or ExecutionStatus.Skipped => Color.Grey,
        _ => Color.Yellow,
    }));

    /// <summary>The status of a stage execution, or that it was cached and from which run.</summary>
    public static Text Status(StageExecutionRow stage) => stage.CachedFrom is { } run ? new Text($"cached from {run}", new Style(Color.Green)) : Status(stage.Status);

    /// <summary>The word of an enum, as JSON shows it.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

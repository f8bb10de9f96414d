namespace MlopsSandbox.Report;

/// <summary>Pieces of the page. Cells and texts are escaped here and nowhere else.</summary>
internal static class Html
{
    public static string Table(string caption, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        string body = string.Concat(rows.Select(row => "<tr>" + string.Concat(row.Select((cell, column) => Cell(cell, column))) + "</tr>\n"));
        string headers = string.Concat(head.Select(cell => $"<th scope=\"col\">{Svg.Escape(cell)}</th>"));
        return $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Svg.Escape(caption)}\"><table><caption>{Svg.Escape(caption)}</caption><thead><tr>{headers}</tr></thead>\n<tbody>{body}</tbody></table></div>\n";
    }

    /// <summary>A plot in both sizes, a sentence on how to read it, and its numbers as a table.</summary>
    public static string Figure(string wide, string narrow, string caption, string table) =>
        $"<figure>{wide}{narrow}<figcaption>{Svg.Escape(caption)}</figcaption>\n<details><summary>The numbers</summary>{table}</details></figure>\n";

    public static string Section(string id, string title, string body) =>
        $"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{Svg.Escape(title)}</h2>\n{body}</section>\n";

    public static string Paragraph(string text) => $"<p>{Svg.Escape(text)}</p>\n";

    private static string Cell(string cell, int column) => column == 0 ? $"<th scope=\"row\">{Svg.Escape(cell)}</th>" : $"<td>{Svg.Escape(cell)}</td>";
}

namespace MlopsSandbox.Report;

/// <summary>Size of a drawing. Each plot is drawn twice: for a page, and for a phone, where the same text must stay readable.</summary>
internal readonly record struct PlotSize(double Width, double Height, string Variant)
{
    public static PlotSize Wide(double height) => new(720, height, "wide");
    public static PlotSize Narrow(double height) => new(350, height, "narrow");
    public bool IsNarrow => Variant == "narrow";
}

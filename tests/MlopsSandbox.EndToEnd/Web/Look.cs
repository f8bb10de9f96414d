namespace MlopsSandbox.EndToEnd.Web;

/// <summary>How a browser shows pages.</summary>
public enum Look
{
    Light,
    Dark,
    Phone,
    DarkPhone,
}

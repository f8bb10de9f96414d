using System.Globalization;
using System.Text;
using MlopsSandbox.Lifecycle.Artifacts;

namespace MlopsSandbox.Lifecycle.Deploy;

/// <summary>A short name for a set of rows.</summary>
public static class RowIdDigest
{
    /// <summary>SHA-256 over the ids in ascending order, each a line; the order given makes no difference.</summary>
    public static string Of(IEnumerable<int> rowIds) =>
        ContentHash.Of(Encoding.ASCII.GetBytes(string.Concat(rowIds.Order().Select(id => string.Create(CultureInfo.InvariantCulture, $"{id}\n"))))).ToString();
}

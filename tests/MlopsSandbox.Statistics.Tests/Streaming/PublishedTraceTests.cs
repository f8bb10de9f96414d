using System.Globalization;

namespace MlopsSandbox.Statistics.Tests.Streaming;

/// <summary>Items that another library prints in its documentation: frouros 0.10, over streams of NumPy's legacy generator seeded with 31.</summary>
public class PublishedTraceTests
{
    /// <summary>1,000 draws of binomial(1, 0.6), then 1,000 of binomial(1, 0.8); four items a digit.</summary>
    private const string Worse =
        "8df7eeedbf8bfdd8f39edfbb09ff0df9fae54df5a5dffd6fe7e73e0b6a5595b6694dddc5bd6d5e6434abdb784bc9eecd9ef4f1feb18dd16b6b9ffdbf5bcf6" +
        "8aba7e404febe04b1e12d67fdcae683a81659ccd8b17183deb9e93de6b1c97bf27067913e53cd473bbf70e78fe8f8bbb3d137f8dd19ab0d366fdb376bfd66" +
        "f9bfddff7ffdffcfff3e7feffebedf7bffffffef977f4bfff49ffdcf7f76f777eb7efd9efff6fbff7ded7bfeff9ffffdbff8febf7bdeb7d8bfdebdd5b33fe" +
        "fbfefbdfd77bcfdf6b7feef9fffddfffd75e79efbddffed5dfeffbf7d7bbdfdfeff38bfeefbeef7beffbfe7fffdfffeffff9ffffffffd7bbfccfddfb93ddd";

    /// <summary>One less each of 1,000 draws of binomial(1, 0.8), then 1,000 of binomial(1, 0.5): errors where the other library takes right predictions.</summary>
    private const string RightLess =
        "52001110006400020c0020002600f2060418120212200280081081b4810a420100800202001281884a442083b4041000010b0200462024000000004004301" +
        "74410028b0040590c1a82900204097446a0820221000c1c20401482004e3284080f0844810c12b00440040860130444040cc80302e61052c8100408840208" +
        "3833d5ae50cd3e8a6e00366cf68a9e03b7b315661513499f1496adcf0356d567aa44ec9c27e659435d656b42dc1a9dddad100c823b9e83c0259ab8801008c" +
        "83f4395f866a85476a71a6c998295dc2050e792799dfdc1493c5a1f7d391de5fad418bcccc98e77b6cd07263b1dd7f4781a9b11a6b9fc51be0ce887a815dd";

    /// <summary>The first warning and the first drift, counted from 0; a drift stops the walk.</summary>
    public static TheoryData<string, IDriftDetector, string, int, int> Traces => new()
    {
        { "DDM", new Ddm(), Worse, 1049, 1131 },
        { "RDDM", new Rddm(), Worse, 1036, 1066 },
        { "EDDM", new Eddm(), Worse, 39, 1294 },
        { "HDDM-A", new HddmA(), Worse, 1043, 1054 },
        { "HDDM-W", new HddmW(), Worse, 1017, 1029 },
        { "STEPD", new Stepd(new() { DriftAlpha = 0.001, WarningAlpha = 0.005 }), RightLess, 640, 1024 },
    };

    [Theory]
    [MemberData(nameof(Traces), DisableDiscoveryEnumeration = true)]
    public void Update_PublishedStream_WarnsAndDriftsAtThePublishedItems(string name, IDriftDetector detector, string stream, int warning, int drift)
    {
        List<DriftState> states = [];
        foreach (double value in Bits(stream))
        {
            states.Add(detector.Update(value));
            if (states[^1] == DriftState.Drift) break;
        }

        Assert.Equal((name, warning, drift), (name, states.IndexOf(DriftState.Warning), states.IndexOf(DriftState.Drift)));
    }

    private static IEnumerable<double> Bits(string digits) =>
        from digit in digits
        let four = int.Parse(digit.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        from bit in new[] { 8, 4, 2, 1 }
        select (four & bit) == 0 ? 0.0 : 1;
}

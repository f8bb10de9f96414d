using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MlopsSandbox.EndToEnd.Web;

/// <summary>The pages of models: what a version is, what each threshold decides, who serves, and what it answers.</summary>
[Collection(Stories.Name)]
public sealed partial class ModelPagesTests(FinishedStory finished)
{
    private const string Group = "/models/telco-churn-0001";

    [BrowserFact]
    public async Task InnerPages_DarkAndOnAPhone_FitTheScreenAndCanBeUsedByEverybody()
    {
        Site site = await finished.Site();
        Assert.Empty(await site.FaultsOf(Looks.OfInnerPages, Group, $"{Group}/2", $"{Group}/2?tab=lineage", $"{Group}/2?tab=try", $"{Group}/99"));
    }

    [BrowserFact]
    public async Task Promotion_AndRollback_SayWhatChangesAskWhyAndShowEverywhere()
    {
        Site site = await finished.Site();
        await using Tab tab = await site.Open($"{Group}/1");
        await using Tab other = await site.Open(Group);
        ILocator champion = other.Page.Locator(".figure", new() { HasText = "Champion" }).First;

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Promote…" }).ClickAsync();
        ILocator dialog = tab.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Promote version 1");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Leave it" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("d");
        await tab.Page.Keyboard.PressAsync("?");
        await Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "system");
        await Expect(tab.Page.Locator("dialog#keys")).ToBeHiddenAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Promote version 1" })).ToBeDisabledAsync();
        await dialog.GetByLabel("Why").FillAsync("better on the old prices");
        await dialog.GetByLabel("Who").FillAsync("anna");
        await Expect(dialog.Locator(".command")).ToContainTextAsync("models promote telco-churn-0001 1 --reason 'better on the old prices' --by anna");
        Assert.Empty(await tab.Violations());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Promote version 1" }).ClickAsync();

        await Expect(tab.Page.Locator(".notice")).ToContainTextAsync("Version 1 of telco-churn-0001 is the champion.");
        await Expect(champion).ToContainTextAsync("version 1");
        await Expect(other.Page.Locator("table", new() { HasText = "better on the old prices" })).ToContainTextAsync("promote by anna");

        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Roll back…" }).ClickAsync();
        ILocator rollback = other.Page.GetByRole(AriaRole.Dialog);
        await rollback.GetByLabel("Why").FillAsync("complaints");
        await Expect(rollback.GetByLabel("Who")).ToHaveValueAsync("");
        await rollback.GetByLabel("Who").FillAsync("ben");
        await rollback.GetByRole(AriaRole.Button, new() { Name = "Roll back to version 2" }).ClickAsync();

        await Expect(champion).ToContainTextAsync("version 2");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Promote…" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Threshold_MovedByKeyboard_ChangesTheMatrixAndStandsInTheAddress()
    {
        Site site = await finished.Site();
        await using Tab tab = await site.Open($"{Group}/2?threshold=0.5");
        ILocator matrix = tab.Page.Locator("#confusion"), slider = tab.Page.GetByRole(AriaRole.Slider);
        string atHalf = await matrix.InnerTextAsync();

        await slider.PressAsync("Home");

        await Expect(tab.Page).ToHaveURLAsync(ThresholdZero());
        await Expect(matrix).Not.ToHaveTextAsync(atHalf);
        await Expect(matrix.Locator("tbody tr").First.Locator("td").Nth(1)).ToContainTextAsync("0 missed");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "In force" }).ClickAsync();

        await Expect(tab.Page).Not.ToHaveURLAsync(AnyThreshold());
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "In force" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [BrowserFact]
    public async Task Threshold_WhileItIsDragged_StaysThereWhenSomethingElseChanges()
    {
        Site site = await finished.Site();
        await using Tab tab = await site.Open($"{Group}/2");
        await using Tab other = await site.Open("/runs/lifecycle-0001");
        ILocator slider = tab.Page.GetByRole(AriaRole.Slider), shown = tab.Page.Locator("output[for=threshold]");
        await slider.EvaluateAsync("slider => { slider.value = 0.8; slider.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Expect(shown).ToHaveTextAsync("0.800");

        Assert.Equal(0, (await MlopsProgram.Run(site.Home.Folder, "tag", "lifecycle-0001", "while-dragged")).ExitCode);
        await Expect(other.Page.GetByRole(AriaRole.Link, new() { Name = "while-dragged", Exact = true })).ToBeVisibleAsync();

        await Expect(shown).ToHaveTextAsync("0.800");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "In force" }).ClickAsync();
        await Expect(shown).Not.ToHaveTextAsync("0.800");
    }

    [BrowserFact]
    public async Task TryIt_ABadRowThenAGoodOne_SaysWhatIsWrongAtTheFieldAndThenAnswers()
    {
        Site site = await finished.Site();
        await using Tab tab = await site.Open($"{Group}/2?tab=try");
        ILocator tenure = tab.Page.GetByLabel("tenure"), answers = tab.Page.Locator(".answers");
        string real = await tenure.InputValueAsync();
        Assert.NotEqual("", real);

        await tenure.FillAsync("twelve");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Predict" }).ClickAsync();

        await Expect(tab.Page.Locator("#try-tenure-help")).ToHaveTextAsync("'tenure' is \"twelve\"; expected a number, or null when it is not known.");
        await Expect(tenure).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(answers.Locator("li")).ToHaveCountAsync(0);
        Assert.Empty(await tab.Violations());

        await tenure.FillAsync("12");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Predict" }).ClickAsync();

        await Expect(answers.Locator("li")).ToHaveCountAsync(1);
        await Expect(answers).ToContainTextAsync("called churn = Yes");
        await Expect(tab.Page.Locator(".command").First).ToContainTextAsync("--set tenure=12");
        string score = await answers.Locator(".score").First.InnerTextAsync();
        Ending asked = await MlopsProgram.Run(site.Home.Folder, [.. await CommandOf(tab), "--output", "json"]);
        Assert.Equal(score, asked.Json.GetProperty("predictions")[0].GetProperty("score").GetDouble().ToString("0.000", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(await tab.Violations());
    }

    // The words after the program's name, as a shell would divide them.
    private static async Task<string[]> CommandOf(Tab tab)
    {
        string line = await tab.Page.Locator(".command code").First.InnerTextAsync();
        return [.. Word().Matches(line).Skip(1).Select(word => word.Value.Replace("'", "", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"(?:'[^']*'|[^\s'])+")]
    private static partial Regex Word();

    [GeneratedRegex(@"threshold=0$")]
    private static partial Regex ThresholdZero();

    [GeneratedRegex("threshold=")]
    private static partial Regex AnyThreshold();
}

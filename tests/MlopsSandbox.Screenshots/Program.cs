using Microsoft.Playwright;
using MlopsSandbox.EndToEnd;
using MlopsSandbox.EndToEnd.Web;
using MlopsSandbox.Screenshots;

// Tells a story, serves it, and takes a picture of each page in each look: FOLDER/NAME-light.png, -dark.png, -phone.png.
if (args is not ([_] or [_, _]))
{
    await Console.Error.WriteLineAsync("usage: MlopsSandbox.Screenshots FOLDER [NAME]\nexample: dotnet run -c Release --project tests/MlopsSandbox.Screenshots -- docs/images");
    return 2;
}
string folder = Directory.CreateDirectory(args[0]).FullName;
using Home home = new();
await Console.Error.WriteLineAsync("telling a story");
Ending story = await MlopsProgram.Run(home.Folder, "walkthrough", "--output", "json");
if (story.ExitCode != 0)
{
    await Console.Error.WriteLineAsync(story.Errors);
    return 1;
}
await using Site site = await Site.Of(home);
Shot[] shots = [.. (await Shots.Of(new Uri(site.Url))).Where(shot => args.Length == 1 || shot.Name == args[1])];
foreach (Look look in new[] { Look.Light, Look.Dark, Look.Phone })
{
    foreach (Shot shot in shots)
    {
        await using Tab tab = await site.Open(shot.Path, look);
        await tab.Settled();
        if (shot.Part is { } part) await tab.Page.Locator(part).First.EvaluateAsync("part => part.scrollIntoView()");
        await tab.Settled();
        string file = Path.Combine(folder, $"{shot.Name}-{look.ToString().ToLowerInvariant()}.png");
        await tab.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
        await Console.Out.WriteLineAsync(file);
    }
}
return 0;

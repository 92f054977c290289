using System.IO.Compression;
using System.Text.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace EntityRes.Playground.Tests;

/// <summary>The page as a person sees it: open, type, point, read.</summary>
internal sealed class PlaygroundPage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly RunningPlayground _playground;

    private PlaygroundPage(RunningPlayground playground) => _playground = playground;

    internal ChromeDriver Browser => _playground.Browser;

    /// <summary>Opens the page in a fresh tab's state, on its first sample or on a shared text.</summary>
    internal static PlaygroundPage Open(
        RunningPlayground playground, string? fragment = null, int width = 1280, int height = 900, string theme = "light")
    {
        var page = new PlaygroundPage(playground);
        page.Command("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 });
        page.Command("Emulation.setEmulatedMedia", new()
        {
            ["features"] = new[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = theme } },
        });
        page.Browser.Navigate().GoToUrl("about:blank"); // so that another fragment loads the page anew
        page.Browser.Manage().Logs.GetLog("performance");
        page.Browser.Manage().Logs.GetLog(LogType.Browser);
        page.Browser.Navigate().GoToUrl(new Uri(playground.Address, "/" + fragment));
        page.WaitForAnswer();
        return page;
    }

    /// <summary>Opens the page on a text of one's own, the way a shared link does.</summary>
    internal static PlaygroundPage OpenText(RunningPlayground playground, string text, string date = "") =>
        Open(playground, Fragment(text, date));

    /// <summary>The fragment of a shared link.</summary>
    internal static string Fragment(string text, string date)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(deflate, new { text, date, mint = false });
        return "#s=" + Convert.ToBase64String(packed.ToArray()).Replace('+', '-').Replace('/', '_').TrimEnd('=');
    }

    internal IWebElement Find(string selector) => Browser.FindElement(By.CssSelector(selector));

    internal IReadOnlyList<IWebElement> All(string selector) => Browser.FindElements(By.CssSelector(selector));

    internal T Ask<T>(string expression, params object[] arguments) => (T)Browser.ExecuteScript($"return {expression}", arguments)!;

    /// <summary>The first mention with a text; its button.</summary>
    internal IWebElement Mention(string text) => All(".segment[role=button]").First(segment =>
        segment.GetAttribute("aria-label")!.StartsWith(text + ",", StringComparison.Ordinal));

    /// <summary>The texts of the marked segments that shine.</summary>
    internal string[] Lit() => [.. All(".mark.lit").Select(mark => mark.Text)];

    internal string Label(string mention) => Mention(mention).GetAttribute("aria-label")!;

    /// <summary>Waits until something holds; a condition that meets an element which was just replaced does not hold.</summary>
    internal static void WaitUntil(Func<bool> holds, string what) =>
        Assert.True(SpinWait.SpinUntil(() => Holds(holds), Patience), $"still not so: {what}");

    internal void WaitForAnswer() => WaitUntil(
        () => Ask<bool>("document.getElementById('reader').getAttribute('aria-busy') === 'false' && (document.getElementById('versions').textContent !== '' || !document.getElementById('problem').hidden)"),
        "an answer is shown");

    internal object? Command(string name, Dictionary<string, object?> parameters) => Browser.ExecuteCdpCommand(name, parameters);

    internal void Save(string name)
    {
        if (Environment.GetEnvironmentVariable("ENTITYRES_SCREENSHOTS") is { Length: > 0 } folder)
            Browser.GetScreenshot().SaveAsFile(Path.Combine(folder, $"{name}.png"));
    }

    private static bool Holds(Func<bool> holds)
    {
        try
        {
            return holds();
        }
        catch (Exception moving) when (moving is StaleElementReferenceException or InvalidOperationException)
        {
            return false;
        }
    }
}

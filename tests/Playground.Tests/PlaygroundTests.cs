using System.Text.Json;
using EntityRes.TestKit;
using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;

namespace EntityRes.Playground.Tests;

[Collection(PlaygroundGroup.Name)]
public class PlaygroundTests(RunningPlayground playground)
{
    private const string Leaders = "The Russian leader met Angela Merkel. The German chancellor welcomed the talks. Merkel smiled.";

    [ChromiumFact]
    public void It_loads_without_errors_and_without_a_request_to_elsewhere()
    {
        var page = PlaygroundPage.Open(playground);
        page.Find(".segment[role=button]").Click();
        var requested = page.Browser.Manage().Logs.GetLog("performance")
            .Select(entry => JsonDocument.Parse(entry.Message).RootElement.GetProperty("message"))
            .Where(message => message.GetProperty("method").GetString() == "Network.requestWillBeSent")
            .Select(message => new Uri(message.GetProperty("params").GetProperty("request").GetProperty("url").GetString()!))
            .Where(address => address.Scheme.StartsWith("http", StringComparison.Ordinal)).ToList();
        Assert.True(requested.Count >= 15, $"{requested.Count} requests"); // page, styles, modules, answer
        Assert.All(requested, address => Assert.Equal(playground.Address.Authority, address.Authority));
        Assert.Empty(page.Browser.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message));
    }

    [ChromiumFact]
    public void A_text_that_is_typed_is_marked_in_place()
    {
        var page = PlaygroundPage.Open(playground);
        page.Find("#view-edit").Click();
        var text = page.Find("#text");
        text.Clear();
        text.SendKeys("Vladimir Putin flew to Paris.");
        page.Find("#annotate").Click();
        PlaygroundPage.WaitUntil(() => page.All(".segment[role=button]").Count == 2, "two mentions are marked");
        Assert.Equal("Vladimir Putin flew to Paris.", page.Find("#reader").GetAttribute("textContent"));
        Assert.Contains("PER", page.Mention("Vladimir Putin").FindElement(By.CssSelector(".mark")).GetAttribute("class"), StringComparison.Ordinal);
        Assert.Contains("LOC", page.Mention("Paris").FindElement(By.CssSelector(".mark")).GetAttribute("class"), StringComparison.Ordinal);
        Assert.Equal("2", page.Find("#entities-count").Text);
    }

    [ChromiumFact]
    public void Nested_mentions_and_astral_characters_keep_the_text_whole()
    {
        const string Text = "😀 Zoë’s friend 👩‍👩‍👧 met the German chancellor in Łódź.\n\n  “Lithuania's president” came\ttoo.";
        var page = PlaygroundPage.OpenText(playground, Text, "2015-03-01");
        Assert.Equal(Text, page.Find("#reader").GetAttribute("textContent"));
        Assert.Contains("Angela Merkel", page.Label("the German chancellor"), StringComparison.Ordinal);
        Assert.Contains("Germany", page.Label("German"), StringComparison.Ordinal);
        Assert.Equal("German", page.Find(".mark .mark").Text);
        Assert.Contains("Łódź", page.Label("Łódź"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void Choosing_a_role_shows_who_holds_it_why_and_when()
    {
        var page = PlaygroundPage.OpenText(playground, Leaders, "2010-09-04");
        page.Mention("The Russian leader").Click();
        var card = page.Find("#inspector");
        Assert.Equal("Dmitry Medvedev", card.FindElement(By.TagName("h2")).Text);
        var link = card.FindElement(By.CssSelector(".identity a"));
        Assert.Equal("Q23530 on Wikidata", link.Text);
        Assert.Equal("https://www.wikidata.org/wiki/Q23530", link.GetAttribute("href"));
        Assert.Contains("President of Russia on 2010-09-04", card.FindElement(By.CssSelector(".reason")).Text, StringComparison.Ordinal);
        Assert.True(card.FindElements(By.CssSelector(".bars i.for")).Count(bar => bar.Size.Width > 5) >= 2);
        Assert.Contains("decisive", card.Text, StringComparison.Ordinal);
        Assert.Contains("runner-up", card.Text, StringComparison.Ordinal);
        Assert.Equal("President of Russia, 2008-05-07 to 2012-05-07; the text is of 2010-09-04",
            card.FindElement(By.CssSelector("svg.timeline")).GetAttribute("aria-label"));
        Assert.Contains("Dmitri Medvedev", card.Text, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void Pointing_at_a_mention_lights_up_every_mention_of_the_same_entity()
    {
        var page = PlaygroundPage.OpenText(playground, Leaders, "2010-09-04");
        new Actions(page.Browser).MoveToElement(page.Mention("Merkel")).Perform();
        PlaygroundPage.WaitUntil(() => page.Lit().Length > 0, "something is lit");
        Assert.Equal(["Angela Merkel", "The", "German", "chancellor", "Merkel"], page.Lit().Select(text => text.Trim()));
        Assert.Equal("Angela Merkel", page.Find("#entities button.lit .name").Text);
        new Actions(page.Browser).MoveToElement(page.Find("#entities-title")).Perform();
        PlaygroundPage.WaitUntil(() => page.Lit().Length == 0, "nothing is lit");
    }

    [ChromiumFact]
    public void Moving_the_date_changes_the_person()
    {
        var page = PlaygroundPage.OpenText(playground, Leaders, "2010-09");
        page.Mention("The Russian leader").Click();
        Assert.Equal("September 2010", page.Find("#date-shown").Text);
        MoveSlider(page, 24);
        PlaygroundPage.WaitUntil(() => page.Label("The Russian leader").Contains("Vladimir Putin", StringComparison.Ordinal), "Putin is the leader of 2012");
        Assert.Equal("September 2012", page.Find("#date-shown").Text);
        Assert.Equal("Vladimir Putin", page.Find("#inspector h2").Text);
        PlaygroundPage.WaitUntil(
            () => page.Find("#live").GetAttribute("textContent")!.Contains("The Russian leader: Vladimir Putin", StringComparison.Ordinal),
            "the change is announced");

        page.Ask<object?>("(p => { p.value = '1995-05-01'; p.dispatchEvent(new Event('change')); })(document.getElementById('date-picker'))");
        PlaygroundPage.WaitUntil(() => page.Label("The Russian leader").Contains("Boris Yeltsin", StringComparison.Ordinal), "Yeltsin is the leader of 1995");
        Assert.Equal("1 May 1995", page.Find("#date-shown").Text);

        page.Find("#date-clear").Click();
        PlaygroundPage.WaitUntil(() => page.Label("The Russian leader").Contains("not resolved", StringComparison.Ordinal), "without a date the role is open");
        Assert.Equal("No date", page.Find("#date-shown").Text);
    }

    [ChromiumFact]
    public void A_link_restores_text_date_and_choice()
    {
        var page = PlaygroundPage.OpenText(playground, Leaders, "2010-09-04");
        page.Mention("The Russian leader").Click();
        MoveSlider(page, 24);
        PlaygroundPage.WaitUntil(() => page.Find("#inspector h2").Text == "Vladimir Putin", "the date moved");
        page.WaitForAnswer();
        PlaygroundPage.WaitUntil(() => !page.Browser.Url.EndsWith(PlaygroundPage.Fragment(Leaders, "2010-09-04"), StringComparison.Ordinal), "the address moved");
        var link = new Uri(page.Browser.Url);

        var again = PlaygroundPage.Open(playground, link.Fragment);
        Assert.Equal(Leaders, again.Find("#reader").GetAttribute("textContent"));
        Assert.Equal("September 2012", again.Find("#date-shown").Text);
        Assert.Equal("Vladimir Putin", again.Find("#inspector h2").Text);
    }

    [ChromiumFact]
    public void The_keyboard_alone_is_enough()
    {
        var page = PlaygroundPage.OpenText(playground, Leaders, "2010-09-04");
        var steps = 0;
        while (!page.Ask<bool>("document.activeElement.matches('#reader .segment')"))
        {
            Assert.True(++steps < 30, "Tab does not reach the text");
            new Actions(page.Browser).SendKeys(Keys.Tab).Perform();
        }

        Press(page, Keys.ArrowRight, Keys.ArrowRight);
        Assert.StartsWith("Angela Merkel,", page.Ask<string>("document.activeElement.getAttribute('aria-label')"), StringComparison.Ordinal);
        Assert.Contains("Merkel", page.Lit());
        Press(page, Keys.Enter);
        Assert.Equal("Angela Merkel", page.Find("#inspector h2").Text);
        Assert.StartsWith("Angela Merkel", page.Find("#live").GetAttribute("textContent"), StringComparison.Ordinal);
        Press(page, Keys.Escape);
        Assert.False(page.Find("#inspector").Displayed);
        Assert.StartsWith("Angela Merkel,", page.Ask<string>("document.activeElement.getAttribute('aria-label')"), StringComparison.Ordinal);
        Press(page, Keys.Home);
        Assert.StartsWith("The Russian leader,", page.Ask<string>("document.activeElement.getAttribute('aria-label')"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void Every_control_has_a_name()
    {
        var page = PlaygroundPage.OpenText(playground, Leaders, "2010-09-04");
        page.Mention("The Russian leader").Click();
        page.Find("#view-edit").Click();
        var nameless = page.All("button, input, textarea, a, [role=button], svg[role=img]")
            .Where(control => control.Displayed && string.IsNullOrEmpty(((WebElement)control).ComputedAccessibleLabel)).Select(control => control.GetAttribute("outerHTML"));
        Assert.Empty(nameless);
    }

    [ChromiumFact]
    public void A_script_in_the_text_stays_text()
    {
        const string Text = "<script>document.title='ran'</script> <img src=x onerror=\"document.title='ran'\"> Angela Merkel & </textarea><b>Paris</b>";
        var page = PlaygroundPage.OpenText(playground, Text);
        page.Mention("Angela Merkel").Click();
        Assert.Equal(Text, page.Find("#reader").GetAttribute("textContent"));
        Assert.Equal("EntityRes playground", page.Browser.Title);
        Assert.Empty(page.All("#reader script, #reader img, #reader b"));
        Assert.Empty(page.Browser.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message));
    }

    [ChromiumFact]
    public void An_error_names_the_field()
    {
        var page = PlaygroundPage.Open(playground, PlaygroundPage.Fragment(Leaders, "never"));
        Assert.Equal("document.document_date", page.Find("#problem code").Text);
        Assert.Contains("is not a date", page.Find("#problem").Text, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void An_empty_text_is_answered_with_its_warning()
    {
        var page = PlaygroundPage.Open(playground);
        page.Find("#view-edit").Click();
        page.Find("#text").Clear();
        page.Find("#annotate").Click();
        PlaygroundPage.WaitUntil(() => page.Find("#warnings").Displayed, "a warning is shown");
        Assert.Equal("document.text", page.Find("#warnings code").Text);
        Assert.True(page.Find("#entities-empty").Displayed);
    }

    [ChromiumFact]
    public void A_long_text_is_marked_to_its_end()
    {
        var text = string.Concat(Enumerable.Range(0, 1_500).Select(i => $"In {i} Angela Merkel flew to Paris and met the French president.\n"));
        var page = PlaygroundPage.OpenText(playground, text, "2015-03-01");
        Assert.Equal(text.Length, page.Ask<long>("document.getElementById('reader').textContent.length"));
        Assert.True(page.Ask<long>("document.querySelectorAll('.segment[role=button]').length") >= 4_500);
    }

    [ChromiumFact]
    public void What_is_copied_can_be_pasted_into_a_shell()
    {
        var page = PlaygroundPage.OpenText(playground, "It's Angela Merkel's.", "2015-03-01");
        page.Command("Browser.grantPermissions", new()
        {
            ["origin"] = playground.Address.GetLeftPart(UriPartial.Authority),
            ["permissions"] = new[] { "clipboardReadWrite", "clipboardSanitizedWrite" },
        });
        Assert.StartsWith($"grpcurl -plaintext -d '{{\"document\":{{\"text\":\"It'\\''s Angela Merkel'\\''s.\"", Copied(page, "grpcurl"), StringComparison.Ordinal);
        Assert.EndsWith($"' 127.0.0.1:{playground.GrpcPort} entityres.v1.ResolutionService/Annotate", Copied(page, "grpcurl"), StringComparison.Ordinal);
        Assert.StartsWith($"curl -s {playground.Address.GetLeftPart(UriPartial.Authority)}/v1/annotate -H", Copied(page, "curl"), StringComparison.Ordinal);
        Assert.Equal("Q567", JsonDocument.Parse(Copied(page, "json")).RootElement.GetProperty("entities")[0].GetProperty("id").GetString());
        Assert.Contains("#s=", Copied(page, "link"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void The_theme_follows_the_system_until_one_is_chosen()
    {
        var page = PlaygroundPage.Open(playground, theme: "dark");
        var dark = Background(page);
        page.Find("#theme").Click();
        Assert.Equal("Light", page.Find("#theme-name").Text);
        Assert.NotEqual(dark, Background(page));
        var again = PlaygroundPage.Open(playground, theme: "dark");
        Assert.Equal("Light", again.Find("#theme-name").Text);
        again.Find("#theme").Click();
        Assert.Equal(dark, Background(again));
        again.Find("#theme").Click();
        Assert.Equal("Auto", again.Find("#theme-name").Text);
    }

    [ChromiumTheory]
    [InlineData(1360, "light")]
    [InlineData(1360, "dark")]
    [InlineData(390, "light")]
    [InlineData(390, "dark")]
    public void Nothing_sticks_out_at_any_width_in_either_theme(int width, string theme)
    {
        var page = PlaygroundPage.Open(playground, width: width, height: width < 600 ? 844 : 900, theme: theme);
        Assert.Equal(0, Overflow(page));
        page.Save($"{theme}-{width}");
        page.Mention("The Russian leader").Click();
        Assert.Equal(0, Overflow(page));
        Assert.Contains("Dmitry Medvedev", page.Find("#inspector h2").Text, StringComparison.Ordinal);
        page.Save($"{theme}-{width}-card");
        page.Find("#inspector .close").Click();
        page.Find("#view-edit").Click();
        Assert.Equal(0, Overflow(page));
        page.Save($"{theme}-{width}-edit");
    }

    private static long Overflow(PlaygroundPage page) => page.Ask<long>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    private static string Background(PlaygroundPage page) => page.Ask<string>("getComputedStyle(document.body).backgroundColor");

    private static string Copied(PlaygroundPage page, string what)
    {
        page.Ask<object?>("document.getElementById('copied').textContent = ''");
        page.Find($"#copy-{what}").Click();
        PlaygroundPage.WaitUntil(() => page.Find("#copied").Text.Length > 0, $"{what} is copied");
        return (string)page.Browser.ExecuteAsyncScript("const done = arguments[0]; navigator.clipboard.readText().then(done)")!;
    }

    private static void Press(PlaygroundPage page, params string[] keys)
    {
        foreach (var key in keys)
            new Actions(page.Browser).SendKeys(key).Perform();
    }

    private static void MoveSlider(PlaygroundPage page, int months)
    {
        var slider = page.Find("#date-slider");
        for (var i = 0; i < months; i++)
            slider.SendKeys(Keys.ArrowRight);
    }
}

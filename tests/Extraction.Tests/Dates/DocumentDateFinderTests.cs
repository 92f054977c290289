using EntityRes.Extraction.Dates;

namespace EntityRes.Extraction.Tests.Dates;

public class DocumentDateFinderTests
{
    private const string Body = "The council said on Thursday that the bridge will stay shut. Traffic has been slow since Thursday.";

    [Theory]
    [InlineData("2019-09-09", "Monday, September 9, 2019\n", "date line with weekday")]
    [InlineData("2019-09-09", "Bridge shut again\nMonday, September 9, 2019 \n", "date line under the title, trailing blank")]
    [InlineData("2025-09-04", "4 September 2025\n", "day first")]
    [InlineData("2025-09-04", "4th of September, 2025\n", "ordinal day")]
    [InlineData("2025-09-04", "2025-09-04\n", "ISO")]
    [InlineData("2025-09-04", "Published: 2025-09-04T10:15:00Z\n", "label and time")]
    [InlineData("2025-09-04", "Updated on Sept. 4, 2025 at 10:15 GMT\n", "label, clock and zone")]
    [InlineData("2014-12-25", "25/12/2014\n", "numbers with one reading, day first")]
    [InlineData("2014-12-25", "12/25/2014\n", "numbers with one reading, month first")]
    [InlineData("2014-05-05", "05.05.2014\n", "numbers that read the same both ways")]
    [InlineData("2015-01-05", "LONDON, Jan. 5, 2015 (Reuters) - ", "agency dateline")]
    [InlineData("2015-01-05", "LONDON (Reuters), Jan 5 2015 -- ", "agency before the date, no comma before the year")]
    [InlineData("2025-09-04", "PRAGUE, Sept. 4 2025 — ", "no agency")]
    [InlineData("1999-03-03", "Washington, 3 March 1999 (AP) --", "day first with agency")]
    [InlineData("2011-04-05", "VANCOUVER, BRITISH COLUMBIA -- (Marketwire - April 5, 2011) - ", "date inside the agency's brackets")]
    [InlineData("2022-05-17", "MINNEAPOLIS and GALWAY, Ireland, May 17, 2022 /PRNewswire/ -- ", "two places")]
    [InlineData("1996-08-22", "Bay Networks cut\nNEW YORK 1996-08-22\n", "place and ISO date on a line")]
    [InlineData("2016-02-18", "JUBA, 18 February 2016\n", "place and date on a line")]
    [InlineData("2019-06-27", "Suva, Fiji, 27 June 2019: ", "colon")]
    [InlineData("2025-09", "September 2025\n", "month only")]
    [InlineData("2012-02-29", "OSLO, Feb. 29, 2012 (NTB) - ", "leap day")]
    public void A_stated_date_is_read(string expected, string dateline, string why)
    {
        var found = DocumentDateFinder.Find(dateline + Body);

        Assert.True(found.Source == DateSource.Dateline, why);
        Assert.Equal(expected, found.Value.ToString());
        Assert.NotEmpty(found.EvidenceIn(dateline + Body));
    }

    [Theory]
    [InlineData("", "nothing stated")]
    [InlineData("OSLO (NTB) - ", "dateline without date")]
    [InlineData("04/09/2025\n", "two readings")]
    [InlineData("OSLO, Feb. 29, 2011 (NTB) - ", "no such day")]
    [InlineData("OSLO, Feb. 31 (NTB) - ", "no such day in any year")]
    [InlineData("The treaty of September 4, 2012 was signed in Oslo - at last. ", "a date inside a sentence")]
    [InlineData("EVENTS\nMAY 20-22, 2011 NOORDWIJK - ", "a range of days")]
    [InlineData("OSLO, Sept 4 (NTB) - ", "no year mentioned anywhere")]
    [InlineData("On 4 September 2025 the council met. ", "a date inside a sentence, first words")]
    public void No_date_is_made_up(string head, string why)
    {
        Assert.True(DocumentDateFinder.Find(head + Body) == InferredDate.None, why);
    }

    [Theory]
    [InlineData("2025-09-04", "PRAGUE, Sept 04 (AFP/Reuters): ",
        "The mayor said Thursday that talks went on. Aides met on Thursday. The war began in Feb 2022.",
        "2022 is past; in 2025 first is 4 September a Thursday again")]
    [InlineData("2014-09-04", "NEWPORT, Sept. 4 (Reuters) - ",
        "Leaders met on Thursday, they said. On Thursday night they dine. He took office in 2009, after talks in 2011.",
        "the latest year counts")]
    [InlineData("2008-09-15", "NEW YORK, 15 September (AFP) - ",
        "The bank failed on Monday, a year after it bought a rival in 2007. Traders wept on Monday.", "day first")]
    [InlineData("2016-06-24", "LONDON, Friday, June 24 (AP) — ", "The result stunned a bloc it had joined in 1973 and doubted since 2013.",
        "the dateline names its weekday")]
    [InlineData("2020-02-29", "KUALA LUMPUR, Feb 29 (Bernama) - ",
        "The premier was named on Saturday, after the vote of 2018. The palace spoke on Saturday.", "leap years only")]
    [InlineData("2014-09-04", "PARIS, Sept 4 (AFP) - ",
        "The plant will close by 2030, it said on Thursday. Built in 2010, it was shut on Thursday.", "years ahead do not count")]
    [InlineData("2014-09-04", "PARIS, Sept 4 (AFP) - ",
        "France will bid for the 2024 Games, it said on Thursday. A bid in 2012 failed. Talks end Thursday.", "nor do events ahead")]
    [InlineData("2014-09-04", "PARIS, Sept 4 (AFP) - ",
        "It said on Thursday that 2000 people left in 2012. Talks were held on Thursday for €2016.", "nor do amounts")]
    [InlineData("2014-03-06", "KIEV, March 6 (AFP) - ",
        "He fled in February 2014, aides said on Thursday. On Thursday they voted.", "a month of the same year, before the dateline")]
    public void A_year_is_inferred_from_weekday_and_past_years(string expected, string dateline, string body, string why)
    {
        var found = DocumentDateFinder.Find(dateline + body);

        Assert.True(found.Source == DateSource.Inferred, why);
        Assert.Equal(expected, found.Value.ToString());
        Assert.Contains(" · ", found.EvidenceIn(dateline + body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PARIS, Sept 4 (AFP) - ", "He said Thursday he would go. He had said on Wednesday he would stay. It began in 2012.",
        "each weekday is named once")]
    [InlineData("PARIS, Sept 4 (AFP) - ", "He said Thursday and Wednesday, Wednesday and Thursday. It began in 2012.",
        "two weekdays level")]
    [InlineData("PARIS, Sept 4 (AFP) - ", "He said Thursday he would go. On Thursday he stayed. It began in 1959.",
        "the years mentioned are too long past to decide")]
    [InlineData("PARIS, Sept 4 (AFP) - ", "The plan of last Thursday was dropped next Thursday. It began in 2012.",
        "weekdays of other weeks")]
    [InlineData("PARIS, Sept 4 (AFP) - ", "He said Thursday he would go. On Thursday he stayed.", "no year")]
    public void A_year_is_not_guessed(string dateline, string body, string why)
    {
        Assert.True(DocumentDateFinder.Find(dateline + body) == InferredDate.None, why);
    }

    [Fact]
    public void The_evidence_names_the_pieces_used()
    {
        const string Text = "PRAGUE, Sept 04 (AFP/Reuters): The mayor said Thursday that talks went on Thursday. The war began in Feb 2022.";

        Assert.Equal("\"Sept 04\" · \"Thursday\" · \"2022\"", DocumentDateFinder.Find(Text).EvidenceIn(Text));
    }

    [Fact]
    public void Any_text_is_survived()
    {
        CsCheck.Check.Sample(CsCheck.Gen.String[CsCheck.Gen.Char[" \n,.-–:()0123459JanSeptMayThursday\uD83D\u00E9"], 0, 80],
            text => DocumentDateFinder.Find(text).EvidenceIn(text) is not null);
    }
}

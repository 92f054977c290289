using EntityRes.Extraction.Coreference;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;
using EntityRes.TestKit;

namespace EntityRes.Extraction.Tests.Coreference;

/// <summary>Marked mentions with the number of the chain they belong to; #0 is a mention that is dropped.</summary>
public class ChainBuilderTests
{
    [Theory]
    [InlineData("[LOC#1 Berlin] and [LOC#1 BERLIN]", "case")]
    [InlineData("[LOC#1 US] and [LOC#1 U.S.] and [LOC#1 United States]", "a country's names")]
    [InlineData("[GRP#1 Russian] and [GRP#1 Russians] in [LOC#2 Russia]", "a people is not its country")]
    [InlineData("[GRP#1 British] and [GRP#1 Britons]", "adjective and noun of a people")]
    [InlineData("[PER#1 Petr Pavel] and [PER#1 Petr Pavel]", "a full name")]
    [InlineData("[LOC#1 Georgia] and [ORG#2 Georgia]", "types differ")]
    [InlineData("[PER#1 George W. Bush] and [PER#2 George H. W. Bush]", "other initials")]
    public void Equal_names_are_one(string marked, string why) => Check(marked, why);

    [Theory]
    [InlineData("[ORG#1 Food and Drug Administration] ([ORG#1 FDA]) and [ORG#1 FDA]", "in brackets")]
    [InlineData("[ORG#1 World Health Organization] said. [ORG#1 WHO] said.", "initials")]
    [InlineData("[ORG#1 Médecins Sans Frontières] ([ORG#1 MSF]) said.", "another language")]
    [InlineData("[ORG#1 Bank of England], [ORG#2 Bank of Estonia], [ORG#3 BOE]", "two long forms")]
    [InlineData("[LOC#1 New South Wales] and [ORG#2 NSW]", "types differ")]
    public void Acronyms_join_their_long_form(string marked, string why) => Check(marked, why);

    [Theory]
    [InlineData("[PER#1 Mark Rutte] spoke. [PER#1 Rutte] left.", "surname after full name")]
    [InlineData("[PER#1 Rutte] speaks\n[PER#1 Mark Rutte] spoke.", "surname in the headline")]
    [InlineData("[PER#1 Rutte] left. [PER#1 Rutte] came.", "no full name at all")]
    [InlineData("[PER#1 George W. Bush] and [PER#1 George Bush]", "middle initial")]
    [InlineData("[PER#1 Vladimir Putin] and [PER#1 V. Putin]", "first initial")]
    [InlineData("[PER#1 Luiz Inácio Lula da Silva], [PER#1 Lula da Silva] and [PER#1 Lula]", "parts of a long name")]
    [InlineData("[PER#1 Xi Jinping] met [PER#1 Xi].", "surname first")]
    [InlineData("[PER#1 Bashar al-Assad] and [PER#1 Assad] and [PER#1 al-Assad]", "particle")]
    public void A_part_of_a_name_joins_the_full_name(string marked, string why) => Check(marked, why);

    [Theory]
    [InlineData("[PER#1 Bill Clinton] and [PER#2 Hillary Clinton] spoke.", "full names")]
    [InlineData("[PER#1 Bill Clinton] met [PER#2 Hillary Clinton]. Mrs. [PER#2 Clinton] smiled.", "a title tells the gender")]
    [InlineData("[PER#1 Bill Clinton] met [PER#2 Hillary Clinton]. Mr. [PER#1 Clinton] smiled.", "and the other gender")]
    [InlineData("President [PER#1 Nestor Kirchner] came, then Senator [PER#2 Alicia Kirchner]. President [PER#1 Kirchner] spoke.", "a title tells the office")]
    [InlineData("[PER#1 Raul Castro] spoke. [PER#1 Castro] left. His brother [PER#2 Fidel Castro] stayed. [PER#1 Castro] came back.", "the bare name is taken")]
    public void Two_people_of_one_surname_stay_apart(string marked, string why) => Check(marked, why);

    [Theory]
    [InlineData("[ORG#1 Boeing Co.] and [ORG#1 Boeing]", "legal form")]
    [InlineData("[ORG#1 Labour Party] and [ORG#1 Labour]", "kind")]
    [InlineData("[ORG#1 US Supreme Court] and [ORG#1 Supreme Court]", "country")]
    [InlineData("[LOC#1 Anbar province] and [LOC#1 Anbar]", "kind of place")]
    [InlineData("[EVT#1 Hurricane Wilma] grew. [EVT#1 Wilma] hit.", "storm")]
    [InlineData("[ORG#1 Washington Post] and [ORG#1 Post]", "newspaper")]
    [InlineData("[LOC#1 Gaza Strip] and [LOC#1 Gaza]", "kind of area")]
    [InlineData("[LOC#1 Guatemala City] in [LOC#2 Guatemala]", "a city named after its country")]
    [InlineData("[ORG#1 Real Madrid] beat [ORG#2 Madrid].", "a place in the name")]
    [InlineData("[ORG#1 Bank of England] and [ORG#2 Bank]", "a kind alone")]
    [InlineData("[ORG#1 United Nations] and [ORG#2 United Nations Children's Fund]", "a part of an organisation")]
    [InlineData("[ORG#1 Volvo Trucks] and [ORG#2 Volvo Cars] left [ORG#3 Volvo].", "two long forms")]
    public void Shorter_names_join_where_it_is_safe(string marked, string why) => Check(marked, why);

    [Theory]
    [InlineData("[PER#1 Mark Rutte], [ROLE:PER#1 the [ORG#2 NATO] chief], spoke.", "name, role")]
    [InlineData("[ROLE:PER#1 The [ORG#2 FCC] chairman], [PER#1 William Kennard], spoke.", "role, name")]
    [InlineData("[ROLE:PER#1 [LOC#2 Iran]'s defense minister], Brigadier General [PER#1 Ahmad Vahidi], spoke.", "role, title, name")]
    [InlineData("[LOC#1 Quetta], [ROLE:LOC#1 the capital of [LOC#2 Baluchistan]], is cold.", "place")]
    [InlineData("[PER#1 Raila Odinga] met [ROLE:PER#2 [LOC#3 Tibet]'s spiritual leader], the [PER#2 Dalai Lama], there.", "article")]
    [InlineData("[PER#1 Rostropovich] and [ROLE:PER#2 his wife], soprano [PER#2 Galina Vishnevskaya], left.", "trade")]
    [InlineData("The [ORG#1 ECJ], [ROLE:ORG#1 [LOC#2 Europe]'s highest court], ruled.", "organisation")]
    [InlineData("[PER#1 Angela Merkel] met [ROLE:PER#2 the [GRP#3 French] president].", "no apposition")]
    [InlineData("[PER#1 Angela Merkel], [ROLE:PER#2 the [GRP#3 French] president] and others met.", "a list")]
    public void An_apposition_joins(string marked, string why) => Check(marked, why);

    [Theory]
    [InlineData("[GRP#2 Russian] President [PER#1 Vladimir Putin] spoke. [ROLE:PER#1 The [GRP#2 Russian] leader] left.", "demonym twice")]
    [InlineData("[LOC#2 Ukraine] President [PER#1 Volodymyr Zelensky] spoke. [ROLE:PER#1 The [GRP#3 Ukrainian] president] left.", "country, demonym")]
    [InlineData("[LOC#2 Ukraine]'s President [PER#1 Volodymyr Zelensky] spoke. [ROLE:PER#1 The [GRP#3 Ukrainian] leader] left.", "possessor, demonym")]
    [InlineData("[GRP#2 Russian] President [PER#1 Vladimir Putin] met [ROLE:PER#3 the [GRP#4 Ukrainian] president].", "another country's")]
    [InlineData("Former [GRP#2 Russian] President [PER#1 Boris Yeltsin] died. [ROLE:PER#3 The [GRP#2 Russian] president] wept.", "not in office")]
    [InlineData("[ORG#2 NATO] chief [PER#1 Mark Rutte] spoke. [ROLE:PER#1 The [ORG#2 NATO] chief] left.", "organisation")]
    [InlineData("[LOC#1 Nairobi] slept. [ROLE:LOC#1 The [GRP#2 Kenyan] capital] was quiet.", "capital")]
    [InlineData("[ROLE:PER#1 The [GRP#2 French] president] spoke. [ROLE:PER#1 [LOC#3 France]'s president] left.", "no name at all")]
    public void A_role_with_its_owner_joins_who_was_introduced_so(string marked, string why) => Check(marked, why);

    [Theory]
    [InlineData("President [PER#1 Bill Clinton] spoke. [ROLE:PER#1 The president] left.", "title")]
    [InlineData("[PER#1 Bill Clinton] spoke. [ROLE:PER#2 The president] left.", "no office was stated")]
    [InlineData("[ORG#1 Bank of England] raised rates. [ORG#2 Reuters] asked. [ROLE:ORG#1 The bank] was silent.", "the name says that it is one")]
    [InlineData("[ORG#1 Safaricom] grew. [ROLE:ORG#1 The company] hired.", "the last that may be one")]
    [InlineData("[LOC#1 Kenya] voted. [ROLE:LOC#1 The country] is calm.", "country")]
    [InlineData("Nobody came. [ROLE:ORG#0 The company] hired.", "a kind without a name is dropped")]
    [InlineData("[ORG#1 Commerzbank] fell. [ROLE:ORG#0 [LOC#2 Germany]'s bank] was shut.", "one bank of many")]
    [InlineData("[GRP#1 Indonesian] police in [LOC#2 Indonesia] wait. [LOC#3 Spain] won. [GRP#1 Indonesian] and [GRP#1 Indonesian] men left. [ROLE:LOC#2 The country] is calm.", "its people speak for the country")]
    [InlineData("[GRP#2 British] sprinter [PER#1 Linford Christie] won. [PER#3 Carl Lewis] lost. [ROLE:PER#1 The sprinter] wept.", "a kind of person, by title")]
    [InlineData("[ROLE:PER#1 The pope] prayed. [ROLE:PER#1 The pontiff] slept.", "one office, two words")]
    [InlineData("[PER#1 Pope Francis] prayed. [ROLE:PER#1 The pontiff] slept.", "the office is in the name")]
    public void A_bare_role_joins_the_nearest_it_can_mean(string marked, string why) => Check(marked, why);

    [Theory]
    [InlineData("[PER#1 Angela Merkel] spoke. [PRON:PER#1 She] left.", "she")]
    [InlineData("[PER#1 Angela Merkel] met [PER#2 Emmanuel Macron]. [PRON:PER#2 He] left with [PRON:PER#2 his] aides.", "gender decides")]
    [InlineData("[PER#1 Angela Merkel] spoke. [PRON:PER#0 He] left.", "no such person")]
    [InlineData("[ROLE:PER#1 The president] spoke. [PRON:PER#1 He] left.", "an office without a name")]
    [InlineData("[PER#1 Mark Rutte] said so. \"I know [PER#2 Vladimir Putin] well,\" [PRON:PER#1 he] added.", "the speaker speaks of another")]
    [InlineData("[ORG#1 Boeing] cut [PRON:ORG#1 its] forecast.", "its")]
    [InlineData("In May, [LOC#1 Poland] began [PRON:ORG#1 its] campaign.", "the subject of a clause")]
    [InlineData("[LOC#1 Bolivia] taxes coca production and [PRON:ORG#0 its] derivatives.", "the noun beside is meant")]
    [InlineData("[ORG#1 Boeing] and [ORG#2 Airbus] cut [PRON:ORG#0 its] forecast.", "two may be meant")]
    public void Pronouns_join_the_most_salient_that_agrees(string marked, string why) => Check(marked, why);

    [Fact]
    public void Each_link_knows_its_sieve()
    {
        var text = MarkedText.Parse("[PER Mark Rutte], [ROLE:PER the [ORG NATO] chief], spoke. [PER Rutte] left.");
        var scratch = new ChainScratch();
        var document = MentionFactsReader.Read(text.Text, Tokenize(text.Text), [.. text.Mentions], scratch.Document);
        var chains = ChainBuilder.Link(document, scratch);

        Assert.Equal(["surname", "apposition"], chains.Links.Select(l => l.Sieve));
    }

    [Fact]
    public void Sieves_run_in_order_of_precision() => Assert.Equal(
        ["exact name", "acronym", "full name", "surname", "name containment", "apposition", "owner and role", "nearest role", "pronoun"],
        SieveOrder.All.Select(s => s.Name));

    [Fact]
    public void The_longest_name_represents_its_chain()
    {
        var text = MarkedText.Parse("[PER Putin] and [ROLE:PER the president of [LOC Russia]] and [PER Vladimir Putin] and [PER Vladimir Putin]");
        var linked = Link(text);

        var chain = linked.Chains[0];
        Assert.Equal("Vladimir Putin", linked.Mentions[chain.Representative].Span.Of(text.Text).ToString());
        Assert.Equal(chain.Mentions[1], chain.Representative);
    }

    [Fact]
    public void Ten_thousand_mentions_are_linked_in_proportion()
    {
        var few = Time(1_000);
        var many = Time(10_000);

        Assert.True(many < 40 * Math.Max(few, 25), $"{few} ms for 1,000 mentions, {many} ms for 10,000");
    }

    private static long Time(int mentions)
    {
        var unit = "President [PER Ann Smith] met [PER Smith]. [ROLE:PER The president] of [ORG Foo Bar Inc] saw [LOC Kenya]. [ROLE:ORG The company] won. [ROLE:PER The [GRP Kenyan] leader] left. ";
        var text = MarkedText.Parse(string.Concat(Enumerable.Repeat(unit, mentions / 8)));
        var best = long.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Link(text);
            best = Math.Min(best, watch.ElapsedMilliseconds);
        }

        return best;
    }

    private static void Check(string marked, string why)
    {
        var text = MarkedText.Parse(marked);
        var linked = Link(text);
        var chainAt = new Dictionary<(EntityRes.Text.TextSpan, MentionKind), int>();
        for (var c = 0; c < linked.Chains.Count; c++)
        {
            foreach (var m in linked.Chains[c].Mentions)
                chainAt[(linked.Mentions[m].Span, linked.Mentions[m].Kind)] = c;
        }

        string Partition(Func<MarkedMention, int> chainOf) => string.Join(" / ", text.Marked.GroupBy(chainOf)
            .Select(g => (g.Key == -1 ? "dropped: " : "") + string.Join(", ", g.Select(m => m.Mention.Span.Of(text.Text).ToString()))));

        var expected = Partition(m => m.Chain == 0 ? -1 : m.Chain);
        var found = Partition(m => chainAt.GetValueOrDefault((m.Mention.Span, m.Mention.Kind), -1));
        Assert.True(expected == found, $"{why}: expected {expected}; found {found}");
    }

    private static LinkedMentions Link(MarkedText text) =>
        ChainBuilder.Link(text.Text, Tokenize(text.Text), [.. text.Mentions], new ChainScratch());

    private static TokenList Tokenize(string text) =>
        Tokenizer.Tokenize(text, SentenceSplitter.Split(text, new SentenceList()), new TokenList());
}

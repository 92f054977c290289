using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Extraction.Tests.Mentions.Tagging;

public sealed class PhraseTableTest
{
    [Fact]
    public void The_longest_name_wins_and_places_are_marked()
    {
        var bank = PhraseTable.Extend(0, 11);
        var of = PhraseTable.Extend(bank, 13);
        var england = PhraseTable.Extend(of, 15);
        var table = new PhraseTable([bank, of, england], [PhraseTable.Continues | 1, PhraseTable.Continues, 2]);
        var values = new byte[5];
        table.Fill(
            [11, 13, 15, 11, 13], [WordCase.Capitalised, WordCase.Lower, WordCase.Capitalised, WordCase.Capitalised, WordCase.Lower], values);
        Assert.Equal([5, 6, 7, 3, 0], values);
    }

    [Fact]
    public void A_lower_case_word_starts_no_name()
    {
        var table = new PhraseTable([PhraseTable.Extend(0, 11)], [1]);
        var values = new byte[1];
        table.Fill([11], [WordCase.Lower], values);
        Assert.Equal([0], values);
    }
}

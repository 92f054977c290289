using EntityRes.Evaluation.Linking;
using EntityRes.Text;

namespace EntityRes.Services.Tests;

public class LinkingScoreTests
{
    private const string Text = "Kyiv's mayor met Angela Merkel in New York City on Monday. He thanked the chancellor.";

    [Fact]
    public void A_right_link_counts_once()
    {
        var score = Score([Label(0, "Angela Merkel", "Q567")], Found("Angela Merkel", "Q567"));
        Assert.Equal((1, 1, 1), score.Over(LinkedKind.Named));
    }

    [Fact]
    public void A_wrong_link_is_a_false_positive_and_a_false_negative()
    {
        var score = Score([Label(0, "Angela Merkel", "Q567")], Found("Angela Merkel", "Q94746073"));
        Assert.Equal((0, 0, 0), score.Over(LinkedKind.Named));
        Assert.Equal((1, 1), (score.Labels(LinkedKind.Named), score.Errors(LinkingError.WrongChoice, LinkedKind.Named)));
    }

    [Theory]
    [InlineData("Merkel", "Q567", null, LinkingError.WrongSpan, "another span of the same words")]
    [InlineData("Kyiv", "Q1899", null, LinkingError.Undetected, "nothing overlaps the label")]
    [InlineData("Angela Merkel", null, "Q567", LinkingError.LeftUnlinked, "the right one was weighed")]
    [InlineData("Angela Merkel", null, "Q1", LinkingError.CandidateMissing, "the right one was not weighed")]
    [InlineData("Angela Merkel", "Q1", "Q567", LinkingError.WrongChoice, "the right one was weighed")]
    [InlineData("Angela Merkel", "Q1", "Q1", LinkingError.CandidateMissing, "only the wrong one was weighed")]
    public void Missed_labels_have_a_class(string found, string? target, string? candidate, object error, string reason)
    {
        var score = Score([Label(0, "Angela Merkel", "Q567")], Found(found, target, candidate));
        Assert.True(score.Errors((LinkingError)error, LinkedKind.Named) == 1, reason);
    }

    [Fact]
    public void A_span_may_cut_a_word_but_no_more()
    {
        var score = Score([Label(0, "Kyiv", "Q1899")], Found("Kyiv's", "Q1899"));
        Assert.Equal(1, score.Over(LinkedKind.Named).F1);
    }

    [Fact]
    public void An_alternative_is_as_good_as_its_parent()
    {
        LinkingLabel[] labels =
        [
            Label(0, "New York City", "Q60") with { Children = [1] },
            Label(1, "New York", "Q60") with { Parent = 0 },
        ];
        Assert.Equal((1, 1, 1), Score(labels, Found("New York City", "Q60")).Over(LinkedKind.Named));
        Assert.Equal((1, 1, 1), Score(labels, Found("New York", "Q60")).Over(LinkedKind.Named));
        Assert.Equal(0, Score(labels, Found("New York", "Q1384")).Over(LinkedKind.Named).F1);
    }

    [Fact]
    public void An_optional_label_may_be_missing_but_not_wrong()
    {
        var optional = Label(0, "Monday", "Q105") with { IsRequired = false };
        Assert.Equal(0, Score([optional]).Labels(LinkedKind.Named));
        Assert.Equal(0, Score([optional], Found("Monday", "Q105")).Errors(LinkingError.NilLinked, LinkedKind.Named));
        Assert.Equal(1, Score([optional], Found("Monday", "Q106")).Errors(LinkingError.NilLinked, LinkedKind.Named));
    }

    [Fact]
    public void What_is_outside_the_knowledge_base_must_not_be_linked()
    {
        var unknown = Label(0, "Angela Merkel", LinkingLabel.Nil);
        Assert.Equal(0, Score([unknown], Found("Angela Merkel", null)).Errors(LinkingError.NilLinked, LinkedKind.Named));
        Assert.Equal(1, Score([unknown], Found("Angela Merkel", "Q567")).Errors(LinkingError.NilLinked, LinkedKind.Named));
    }

    [Fact]
    public void Links_without_label_are_counted_by_kind_inside_the_annotated_part_only()
    {
        var document = Document([]) with { Annotated = Span("met Angela Merkel in New York City on Monday. He thanked the chancellor.") };
        var score = Score(document, [Found("Kyiv", "Q1899"), Found("New York City", "Q60"), Found("He", "Q1"), Found("the chancellor", "Q567"), Found("mayor", "Q30185")]);
        Assert.Equal(
            (1, 1, 1),
            (score.Errors(LinkingError.Spurious, LinkedKind.Named), score.Errors(LinkingError.Spurious, LinkedKind.Pronominal), score.Errors(LinkingError.Spurious, LinkedKind.Nominal)));
    }

    [Fact]
    public void Restricting_turns_what_the_catalogue_lacks_into_nil_on_both_sides()
    {
        var ids = new HashSet<string> { "Q567" };
        var document = Document([Label(0, "Angela Merkel", "Q567"), Label(1, "New York City", "Q60")]).RestrictTo(ids);
        var found = LinkingPredictions.RestrictTo(
            ids, new Dictionary<string, IReadOnlyList<LinkingPrediction>> { ["d"] = [Found("Angela Merkel", "Q567"), Found("New York City", "Q61")] });
        Assert.Equal((1, 1, 1), Score(document, found["d"]).Over(LinkedKind.Named));
    }

    private static LinkingScore Score(LinkingLabel[] labels, params LinkingPrediction[] found) => Score(Document(labels), found);

    private static LinkingScore Score(LinkingDocument document, IReadOnlyList<LinkingPrediction> found) => LinkingScore.Of(
        [document], new Dictionary<string, IReadOnlyList<LinkingPrediction>> { ["d"] = found }, new Dictionary<string, ItemName>());

    private static LinkingDocument Document(LinkingLabel[] labels) => new("d", Text, new TextSpan(0, Text.Length), labels);

    private static LinkingLabel Label(int id, string words, string target) => new(id, Span(words), target, "OTHER", LinkedKind.Named, IsRequired: true, Parent: null, Children: []);

    private static LinkingPrediction Found(string words, string? target, string? candidate = null) =>
        new(Span(words), target ?? LinkingLabel.Nil, CanonicalId: null, candidate is null ? null : [candidate]);

    private static TextSpan Span(string words) => Text.IndexOf(words, StringComparison.Ordinal) is var start && start >= 0
        ? new TextSpan(start, start + words.Length) : throw new ArgumentException($"the text has no '{words}'", nameof(words));
}

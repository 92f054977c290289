using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Extraction.Tests.Mentions.Tagging;

public sealed class DocumentEvidenceTest
{
    private const uint Key = 77;

    [Fact]
    public void A_token_does_not_vote_for_itself()
    {
        var evidence = new DocumentEvidence();
        evidence.Add(Key, (byte)TagScheme.Unit(MentionType.Person));
        Assert.Equal(0, evidence.ValueOf(Key, (byte)TagScheme.Unit(MentionType.Person), votes: true));
    }

    [Fact]
    public void The_majority_of_the_others_decides()
    {
        var evidence = new DocumentEvidence();
        evidence.Add(Key, (byte)TagScheme.Unit(MentionType.Location));
        for (var i = 0; i < 3; i++)
            evidence.Add(Key, (byte)TagScheme.Unit(MentionType.Person));
        Assert.Equal((int)MentionType.Person, DocumentEvidence.TypeOf(evidence.ValueOf(Key, (byte)TagScheme.Unit(MentionType.Location), votes: true)));
    }

    [Fact]
    public void Lower_case_occurrences_speak_against_a_name()
    {
        var evidence = new DocumentEvidence();
        evidence.Add(Key, (byte)TagScheme.Unit(MentionType.Person));
        evidence.AddLower(Key);
        var value = evidence.ValueOf(Key, (byte)TagScheme.Unit(MentionType.Person), votes: true);
        Assert.NotEqual(0, value);
        Assert.Equal(0, DocumentEvidence.TypeOf(value));
    }

    [Fact]
    public void Values_fit_their_slot_for_any_votes()
    {
        var evidence = new DocumentEvidence();
        for (var key = 1u; key < 3000; key += 2)
        {
            for (var vote = 0u; vote < key % 5; vote++)
                evidence.Add(key, (byte)((key * 7) + (vote * 3)) is var tag && TagScheme.IsUsed(tag & 31) ? (byte)(tag & 31) : (byte)0);
            Assert.InRange(evidence.ValueOf(key, 0, votes: false), 0, ContextFeatures.Values - 1);
        }

        evidence.Clear();
        Assert.Equal(0, evidence.ValueOf(3, 0, votes: false));
    }
}

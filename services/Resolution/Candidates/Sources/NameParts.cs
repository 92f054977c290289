using EntityRes.Resolution.Names;

namespace EntityRes.Resolution.Candidates.Sources;

/// <summary>A person's name with names more, fewer or turned: looked up by surname or by first and last name, then compared in full.</summary>
/// <remarks>A surname alone proves nothing: every further name must agree.</remarks>
internal static class NameParts
{
    internal static void Find(in CandidateName name, List<Candidate> candidates)
    {
        if (!name.IsPerson)
            return;
        var words = NameWords.Of(name.Surface, isPerson: true);
        if (words.Count < 2)
            return;
        var (first, last) = (words[0], words[^1]);
        name.AddSamePersons($"{first} {last}", MatchKind.NameParts, candidates);
        name.AddSamePersons($"{last} {first}", MatchKind.NameParts, candidates);
        if (words.Count > 2)
        {
            name.AddSamePersons($"{words[1]} {first}", MatchKind.NameParts, candidates);
            name.AddSamePersons($"{first} {words[1]}", MatchKind.NameParts, candidates);
        }

        name.AddSamePersons(last, MatchKind.NameParts, candidates);
        name.AddSamePersons(first, MatchKind.NameParts, candidates);
    }
}

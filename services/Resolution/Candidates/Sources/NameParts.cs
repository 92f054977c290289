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
            name.AddSamePersons($"{words[1]} {first}", MatchKind.NameParts, candidates);
        name.AddSamePersons(last, MatchKind.NameParts, candidates);
        name.AddSamePersons(first, MatchKind.NameParts, candidates);
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            if (name.Compared(Comparison.Parts, candidates[i].Entity, Agreement) == 0)
                candidates.RemoveAt(i);
        }
    }

    private static float Agreement(in CandidateName name, int entity) =>
        Agrees(NameWords.Of(name.Surface, isPerson: true), NameWords.Of(name.Catalogue.Entities[entity].Name, isPerson: true)) ? 1 : 0;

    // The surnames are one, or the surname stands first and the first name after it: "John Lee Hooker" is no John Lee, nor is
    // "Omar Bakri Mohammed" a Mohammed Omar. All names in another order are one name too.
    private static bool Agrees(List<string> words, List<string> catalogued) =>
        words.Count == catalogued.Count
        || WordLikeness.Of(words[^1], catalogued[^1]) > 0
        || (WordLikeness.Of(words[0], catalogued[^1]) > 0 && WordLikeness.Of(words[1], catalogued[0]) > 0);
}

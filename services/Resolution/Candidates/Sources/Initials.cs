using EntityRes.Resolution.Names;

namespace EntityRes.Resolution.Candidates.Sources;

/// <summary>Initials and a surname: the persons of that surname whose first names begin so.</summary>
internal static class Initials
{
    internal static void Find(in CandidateName name, List<Candidate> candidates)
    {
        if (!name.IsPerson)
            return;
        var words = NameWords.Of(name.Surface, isPerson: true);
        var initials = words.TakeWhile(word => word.Length == 1).Count();
        if (initials > 0 && initials < words.Count)
            name.AddSamePersons(string.Join(' ', words.Skip(initials)), MatchKind.Initials, candidates);
    }
}

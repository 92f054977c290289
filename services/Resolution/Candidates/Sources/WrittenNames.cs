namespace EntityRes.Resolution.Candidates.Sources;

/// <summary>The catalogue's names: letter for letter or folded.</summary>
internal static class WrittenNames
{
    private const int LongestShortAcronym = 2; // letters: half of all pairs of letters abbreviate something

    // What any text may mean by its two letters, whatever the reading of the tagger.
    private static readonly string[] WellKnown = ["country", "international-organisation"];

    internal static void Find(in CandidateName name, List<Candidate> candidates)
    {
        foreach (var entity in name.Catalogue.Names.Find(name.Key))
        {
            var view = name.Catalogue.Entities[entity];
            if (name.Key.Length <= LongestShortAcronym && view.Type != name.Type && (name.IsPerson || !WellKnown.Contains(view.Kind)))
                continue;
            name.Add(entity, view.IsWritten(name.Surface) ? MatchKind.Exact : MatchKind.Folded, candidates);
        }
    }
}

namespace EntityRes.Evaluation.CrossDocument;

/// <summary>Mentions apart from the greater part of their entity, or with the greater part of another's.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Main">The greater part.</param>
/// <param name="Stray">The mentions that are wrong.</param>
internal sealed record ClusterError(ClusterErrorKind Kind, IReadOnlyList<ClusteredMention> Main, IReadOnlyList<ClusteredMention> Stray)
{
    /// <summary>All errors of mentions of one topic, most mentions first.</summary>
    internal static IReadOnlyList<ClusterError> Find(IReadOnlyList<ClusteredMention> mentions)
    {
        var errors = new List<ClusterError>();
        Find(mentions, mention => mention.Entity, mention => mention.Id, Split, errors);
        Find(mentions, mention => mention.Id, mention => mention.Entity, Merge, errors);
        return [.. errors.OrderByDescending(error => error.Stray.Count)];
    }

    private static void Find(
        IReadOnlyList<ClusteredMention> mentions,
        Func<ClusteredMention, string> whole,
        Func<ClusteredMention, string> part,
        Func<IReadOnlyList<ClusteredMention>, IReadOnlyList<ClusteredMention>, ClusterErrorKind> judge,
        List<ClusterError> errors)
    {
        foreach (var group in mentions.GroupBy(whole))
        {
            var parts = group.GroupBy(part).Select(part => part.ToList()).OrderByDescending(part => part.Count).ToList();
            foreach (var stray in parts.Skip(1))
                errors.Add(new ClusterError(judge(parts[0], stray), parts[0], stray));
        }
    }

    private static ClusterErrorKind Split(IReadOnlyList<ClusteredMention> main, IReadOnlyList<ClusteredMention> stray)
    {
        if (main[0].IsLinked != stray[0].IsLinked)
            return ClusterErrorKind.SplitByNil;
        if (main[0].IsLinked)
            return ClusterErrorKind.WrongLink;
        var types = main.Select(mention => mention.Type).ToHashSet();
        var names = main.Select(mention => mention.Surface).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return !stray.Any(mention => types.Contains(mention.Type)) && stray.Any(mention => names.Contains(mention.Surface)) ? ClusterErrorKind.SplitByType : ClusterErrorKind.SplitBySpelling;
    }

    private static ClusterErrorKind Merge(IReadOnlyList<ClusteredMention> main, IReadOnlyList<ClusteredMention> stray)
    {
        var chains = main.Select(mention => (mention.Document, mention.Chain)).ToHashSet();
        return stray.Any(mention => chains.Contains((mention.Document, mention.Chain))) ? ClusterErrorKind.MergedByCoreference
            : main[0].IsLinked ? ClusterErrorKind.WrongLink : ClusterErrorKind.MergedByName;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}\t{Stray.Count}\t{Main[0].Topic}\t{Show(Main)}\t{Show(Stray)}";

    private static string Show(IReadOnlyList<ClusteredMention> mentions)
    {
        var names = mentions.CountBy(mention => mention.Surface).OrderByDescending(name => name.Value).Take(6).Select(name => $"{name.Key} ×{name.Value}");
        return $"{mentions[0].Id} {mentions[0].Type} {mentions[0].Entity} [{string.Join(", ", names).ReplaceLineEndings(" ")}] {mentions[0].Document}";
    }
}

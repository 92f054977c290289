using EntityRes.Extraction;
using EntityRes.Resolution;
using EntityRes.Text;
using EntityType = EntityRes.Resolution.EntityType;

namespace EntityRes.Bench;

/// <summary>The articles of <c>seeds/articles</c>, as benchmarks need them.</summary>
internal static class Articles
{
    private const string ManyMentions = "vilnius-summit.txt";

    /// <summary>All of them, in the order of their names.</summary>
    internal static IReadOnlyList<string> All { get; } = [.. typeof(Articles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("articles/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>One article with as many mentions as 600 words of news usually have, about 65, ready to be resolved.</summary>
    internal static DocumentQuery Query()
    {
        var text = Read("articles/" + ManyMentions);
        var extracted = ExtractionPipeline.Load().Run(text, new ExtractionScratch(), CancellationToken.None);
        var chains = extracted.Chains.Select(chain =>
        {
            var mentions = chain.Mentions.Select(m => extracted.Mentions[m])
                .Select(m => new MentionQuery(new string(m.Span.Of(text)), (MentionForm)m.Kind, (EntityType)m.Type)).ToList();
            return new ChainQuery(mentions, chain.Mentions.ToList().IndexOf(chain.Representative), (EntityType)chain.Type);
        });
        return new DocumentQuery([.. chains], PartialDate.TryParse("2023-07-12", out var date) ? date : null, Explain: false);
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Articles).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Trainer.Clusters;

/// <summary>Compiles names of several words for <see cref="PhraseTable"/>.</summary>
internal static class PhraseBuilder
{
    public static SortedDictionary<uint, byte> Build(IReadOnlyDictionary<string, PhraseList> phrases)
    {
        var entries = new SortedDictionary<uint, byte>();
        var sentences = new SentenceList();
        var tokens = new TokenList();
        foreach (var (name, list) in phrases.OrderBy(phrase => phrase.Key, StringComparer.Ordinal))
        {
            Tokenizer.Tokenize(name, SentenceSplitter.Split(name, sentences), tokens);
            if (tokens.Count is < 2 or > PhraseTable.MaxWords)
                continue;
            var sequence = 0u;
            for (var i = 0; i < tokens.Count; i++)
            {
                sequence = PhraseTable.Extend(sequence, WordFeatures.LowerKeyOf(tokens[i].Span.Of(name)));
                var entry = entries.GetValueOrDefault(sequence);
                if (i + 1 < tokens.Count)
                    entry |= PhraseTable.Continues;
                else if ((entry & ~PhraseTable.Continues) == 0)
                    entry |= (byte)list;
                entries[sequence] = entry;
            }
        }

        return entries;
    }
}

using System.Runtime.InteropServices;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Tokens;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Repair;

/// <summary>What the tagger says of each name by itself, put right where the words around it leave no doubt: spans, then types.</summary>
/// <remarks>O(tokens). Thread-safe.</remarks>
internal static class NameRepair
{
    /// <summary>Repairs the names of a document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="named">The tagger's mentions, by span, not overlapping.</param>
    /// <param name="scratch">Buffers.</param>
    /// <returns>The same, repaired; by span, not overlapping; valid until the scratch is used again.</returns>
    internal static ReadOnlySpan<Mention> Repair(string text, TokenList tokens, ReadOnlySpan<Mention> named, RuleScratch scratch)
    {
        var tagged = scratch.Tokens.Lay(text, tokens, named);
        var repaired = scratch.Repaired;
        repaired.Clear();
        for (var i = 0; i < named.Length; i++)
        {
            var mention = named[i];
            var range = tagged.TokensOfName(i);
            if (Directions.IsInRow(tagged, range))
                continue;
            if (i + 1 < named.Length && JoinedNames.Join(tagged, named, i) is { } joined)
            {
                (mention, range) = (joined, new TextSpan(range.Start, tagged.TokensOfName(i + 1).End));
                i++;
            }

            range = NameEdges.Widen(tagged, range, mention.Type);
            var type = OriginTypes.TypeOf(tagged, range, mention.Type);
            repaired.Add(mention with { Span = new TextSpan(tagged.SpanOf(range.Start).Start, tagged.SpanOf(range.End - 1).End), Type = type });
        }

        return CollectionsMarshal.AsSpan(repaired);
    }
}

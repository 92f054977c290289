using EntityRes.Hosting;
using EntityRes.Resolution;
using EntityRes.Text;
using EntityRes.V1;
using Google.Protobuf.Collections;
using EntityType = EntityRes.Resolution.EntityType;

namespace EntityRes.Resolver;

/// <summary>A resolve request, checked and mapped.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Chains">Its chains, completed: every mention is in exactly one.</param>
/// <param name="Queries">The same chains for the pipeline.</param>
/// <param name="Spans">Where the mentions stand in the document's text; empty when it was not given.</param>
internal sealed record ResolveInput(
    DocumentRequest Document, IReadOnlyList<Chain> Chains, IReadOnlyList<ChainQuery> Queries, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>Checks a request.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT or RESOURCE_EXHAUSTED, naming the field.</exception>
    internal static ResolveInput Read(ResolveRequest request)
    {
        var document = DocumentRequest.Read(request.Document ?? new Document(), request.OffsetEncoding);
        CheckCount("mentions", request.Mentions.Count);
        CheckCount("chains", request.Chains.Count);
        var offsets = new OffsetMap(document.Text, document.Unit);
        var spans = new TextSpan[document.Text.Length > 0 ? request.Mentions.Count : 0];
        for (var i = 0; i < request.Mentions.Count; i++)
        {
            CheckMention(request.Mentions[i], i);
            if (spans.Length > 0)
                spans[i] = CheckSpan(request.Mentions[i], i, document.Text, offsets);
        }

        var chains = CompleteChains(request);
        var regions = FollowingPlaces.Of(request.Mentions, document.Text, spans);
        var queries = new ChainQuery[chains.Count];
        for (var i = 0; i < queries.Length; i++)
            queries[i] = ToQuery(chains[i], request.Mentions, regions, document.Text, spans);
        return new ResolveInput(document, chains, queries, spans);
    }

    private static void CheckCount(string field, int count)
    {
        if (count > Limits.Mentions)
            throw RequestErrors.ResourceExhausted(field, $"has {count} entries, the limit is {Limits.Mentions}");
    }

    private static void CheckMention(Mention mention, int index)
    {
        if (mention.Text.Length == 0)
            throw RequestErrors.InvalidArgument($"mentions[{index}].text", "is required");
        if (System.Text.Encoding.UTF8.GetByteCount(mention.Text) > Limits.NameBytes)
            throw RequestErrors.ResourceExhausted($"mentions[{index}].text", $"is over {Limits.NameBytes} bytes of UTF-8");
        if (!Enum.IsDefined((EntityType)mention.Type))
            throw RequestErrors.InvalidArgument($"mentions[{index}].type", $"{(int)mention.Type} is no EntityType");
        if (mention.Kind != MentionKind.Unspecified && !Enum.IsDefined((MentionForm)mention.Kind))
            throw RequestErrors.InvalidArgument($"mentions[{index}].kind", $"{(int)mention.Kind} is no MentionKind");
    }

    private static TextSpan CheckSpan(Mention mention, int index, string text, OffsetMap offsets)
    {
        if (!offsets.TryToUtf16(mention.Start, out var start))
            throw RequestErrors.InvalidArgument($"mentions[{index}].start", $"{mention.Start} is outside the text or inside a character");
        if (!offsets.TryToUtf16(mention.End, out var end))
            throw RequestErrors.InvalidArgument($"mentions[{index}].end", $"{mention.End} is outside the text or inside a character");
        if (end <= start)
            throw RequestErrors.InvalidArgument($"mentions[{index}].end", $"{mention.End} is not after start {mention.Start}");
        if (!text.AsSpan(start, end - start).SequenceEqual(mention.Text))
            throw RequestErrors.InvalidArgument($"mentions[{index}].text", "is not what the text has from start to end");
        return new TextSpan(start, end);
    }

    private static List<Chain> CompleteChains(ResolveRequest request)
    {
        var mentions = request.Mentions;
        var chainOf = new int[mentions.Count];
        Array.Fill(chainOf, -1);
        var chains = new List<Chain>(mentions.Count);
        for (var i = 0; i < request.Chains.Count; i++)
        {
            var given = request.Chains[i];
            if (given.Mentions.Count == 0)
                throw RequestErrors.InvalidArgument($"chains[{i}].mentions", "is empty");
            for (var j = 0; j < given.Mentions.Count; j++)
            {
                var mention = given.Mentions[j];
                if (mention < 0 || mention >= mentions.Count)
                    throw RequestErrors.InvalidArgument($"chains[{i}].mentions[{j}]", $"{mention} is no index of a mention");
                if (chainOf[mention] >= 0)
                    throw RequestErrors.InvalidArgument(
                        $"chains[{i}].mentions[{j}]", $"mention {mention} is already in chain {chainOf[mention]}");
                chainOf[mention] = i;
            }

            chains.Add(IsComplete(given, mentions) ? given : Complete([.. given.Mentions], mentions));
        }

        for (var i = 0; i < mentions.Count; i++)
        {
            if (chainOf[i] < 0)
                chains.Add(Complete([i], mentions));
        }

        return chains;
    }

    // As those of an extractor are.
    private static bool IsComplete(Chain chain, RepeatedField<Mention> mentions)
    {
        for (var i = 1; i < chain.Mentions.Count; i++)
        {
            if (chain.Mentions[i] < chain.Mentions[i - 1])
                return false;
        }

        return chain.Representative == MostTelling(chain.Mentions, mentions) && chain.Type == mentions[chain.Representative].Type;
    }

    // The representative is derived, not taken: a caller's choice of a pronoun would hide the name.
    private static Chain Complete(int[] members, RepeatedField<Mention> mentions)
    {
        Array.Sort(members);
        var representative = MostTelling(members, mentions);
        return new Chain { Mentions = { members }, Representative = representative, Type = mentions[representative].Type };
    }

    private static int MostTelling(IList<int> members, RepeatedField<Mention> mentions)
    {
        var telling = members[0];
        for (var i = 1; i < members.Count; i++)
        {
            if (IsMoreTelling(mentions[members[i]], mentions[telling]))
                telling = members[i];
        }

        return telling;
    }

    // A name rather than a role rather than a pronoun, and the longer of two.
    private static bool IsMoreTelling(Mention mention, Mention other)
    {
        var (form, otherForm) = (FormOf(mention), FormOf(other));
        return form < otherForm || (form == otherForm && mention.Text.Length > other.Text.Length);
    }

    private static ChainQuery ToQuery(
        Chain chain, RepeatedField<Mention> mentions, string?[] regions, string text, ReadOnlySpan<TextSpan> spans)
    {
        var members = new MentionQuery[chain.Mentions.Count];
        for (var i = 0; i < members.Length; i++)
        {
            var member = chain.Mentions[i];
            var mention = mentions[member];
            members[i] = new MentionQuery(
                mention.Text, FormOf(mention), (EntityType)mention.Type, ConfidenceOf(mention), regions[member],
                spans.Length > 0 ? PlaceSenseReader.Read(text, spans[member]) : PlaceSense.Unsaid);
        }

        return new ChainQuery(members, chain.Mentions.IndexOf(chain.Representative), (EntityType)chain.Type);
    }

    // Zero is what a caller sends who does not know.
    private static float ConfidenceOf(Mention mention) => mention.Confidence > 0 ? Math.Min(mention.Confidence, 1) : 1;

    private static MentionForm FormOf(Mention mention) =>
        mention.Kind == MentionKind.Unspecified ? MentionForm.Named : (MentionForm)mention.Kind;
}

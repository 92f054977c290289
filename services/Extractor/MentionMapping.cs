using EntityRes.Extraction;
using EntityRes.Hosting;
using EntityRes.Text;
using EntityRes.V1;
using Mention = EntityRes.V1.Mention;
using MentionKind = EntityRes.V1.MentionKind;

namespace EntityRes.Extractor;

/// <summary>The pipeline's mentions and chains → those of the wire: offsets converted, unwanted kinds left out.</summary>
internal static class MentionMapping
{
    /// <summary>Adds the wanted mentions, and the chains that still have one, to a response.</summary>
    internal static void AddWanted(
        ExtractResponse response, in ExtractionResult result, DocumentRequest document, IReadOnlySet<MentionKind> kinds)
    {
        var offsets = new OffsetMap(document.Text, document.Unit);
        var newIndex = new int[result.Mentions.Count]; // −1 where the mention is left out
        for (var i = 0; i < newIndex.Length; i++)
        {
            var mention = result.Mentions[i];
            newIndex[i] = kinds.Contains((MentionKind)mention.Kind) ? response.Mentions.Count : -1;
            if (newIndex[i] >= 0)
                response.Mentions.Add(ToProto(mention, document.Text, offsets));
        }

        foreach (var chain in result.Chains)
            AddChain(response, chain, newIndex);
    }

    private static void AddChain(ExtractResponse response, CoreferenceChain chain, int[] newIndex)
    {
        var mapped = new Chain { Type = (EntityType)chain.Type };
        foreach (var mention in chain.Mentions)
        {
            if (newIndex[mention] < 0)
                continue;
            mapped.Mentions.Add(newIndex[mention]);
            response.Mentions[newIndex[mention]].Chain = response.Chains.Count;
        }

        if (mapped.Mentions.Count == 0)
            return;
        var representative = newIndex[chain.Representative];
        mapped.Representative = representative >= 0 ? representative : mapped.Mentions[0];
        response.Chains.Add(mapped);
    }

    private static Mention ToProto(Extraction.Mention mention, string text, OffsetMap offsets) => new()
    {
        Start = offsets.FromUtf16(mention.Span.Start),
        End = offsets.FromUtf16(mention.Span.End),
        Text = mention.Span.Of(text).ToString(),
        Kind = (MentionKind)mention.Kind,
        Type = (EntityType)mention.Type,
        Confidence = mention.Confidence01,
    };
}

using System.CommandLine;
using EntityRes.Evaluation.CrossDocument;
using EntityRes.Extraction;
using EntityRes.V1;
using Mention = EntityRes.V1.Mention;
using MentionKind = EntityRes.V1.MentionKind;

namespace EntityRes.Cli;

/// <summary><c>evaluate crossdoc GOLD…</c>: canonical ids as clusters over documents, given the annotated names.</summary>
internal static class EvaluateCrossdocCommand
{
    private sealed record Inputs(string[] Gold, string? Text, string? Errors, bool MeasuresContexts, string? Catalogue);

    internal static Command Create()
    {
        var gold = EvaluateCommand.Files("Mentions of ECB+ (X_Entity_gold_mentions.json, X_corpus.txt beside it) chains of MEANTIME (.tsv), annotated news (.jsonl).");
        var text = new Option<string?>("--text") { Description = "Tokens of MEANTIME's documents (CoNLL with -DOCSTART- lines that name them)." };
        var errors = new Option<string?>("--errors") { Description = "File that receives one line an error." };
        var contexts = new Option<bool>("--contexts") { Description = "Measure context signatures too: how alike the surroundings of one entity and of two are." };
        var catalogue = new Option<string?>("--catalogue") { Description = "A compiled catalogue, as import writes it. Default: the one that the build carries." };
        var command = new Command("crossdoc", "Measures canonical ids over documents: B3 of named mentions, beside equal strings.") { gold, text, errors, contexts, catalogue };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Inputs(parsed.GetRequiredValue(gold), parsed.GetValue(text), parsed.GetValue(errors), parsed.GetValue(contexts), parsed.GetValue(catalogue)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Inputs inputs, CancellationToken cancellationToken)
    {
        var corpora = inputs.Gold.Select(path => Corpus.Read(path, inputs.Text)).ToList();
        using var errorFile = inputs.Errors is null ? null : new StreamWriter(inputs.Errors);
        var names = new GivenNames();
        foreach (var corpus in corpora)
        {
            await using var pipeline = await EmbeddedPipeline.OpenForgetfulAsync(inputs.Catalogue);
            var mentions = new List<ClusteredMention>();
            var contexts = new ContextMeasurement();
            foreach (var document in corpus.Documents)
            {
                var extracted = names.Link(document, cancellationToken);
                var response = await pipeline.Resolver.ResolveAsync(Request(document, extracted), cancellationToken);
                var ofDocument = Cluster(document, extracted, response);
                mentions.AddRange(ofDocument);
                if (inputs.MeasuresContexts)
                    contexts.Add(document, extracted, ofDocument, response.Entities.ToDictionary(entity => entity.Id, entity => entity.Salience));
            }

            CrossDocumentReport.Write(corpus, mentions, Console.Out, errorFile);
            if (inputs.MeasuresContexts)
                contexts.Write(Console.Out);
        }

        return 0;
    }

    private static ResolveRequest Request(CorpusDocument document, ExtractionResult extracted) => new()
    {
        Document = new Document { Id = document.Id, Text = document.Text, DocumentDate = extracted.Date.Source == Extraction.Dates.DateSource.None ? "" : extracted.Date.Value.ToString() },
        OffsetEncoding = OffsetEncoding.Utf16,
        Options = new ResolveOptions { Mint = true },
        Mentions =
        {
            extracted.Mentions.Select(mention => new Mention
            {
                Start = mention.Span.Start,
                End = mention.Span.End,
                Text = new string(mention.Span.Of(document.Text)),
                Kind = (MentionKind)mention.Kind,
                Type = (EntityType)mention.Type,
            }),
        },
        Chains = { extracted.Chains.Select(chain => new Chain { Mentions = { chain.Mentions } }) },
    };

    private static List<ClusteredMention> Cluster(CorpusDocument document, ExtractionResult extracted, ResolveResponse response)
    {
        var entityAt = document.Mentions.ToDictionary(mention => mention.Span, mention => mention.Entity);
        var mentions =
            from chain in Enumerable.Range(0, response.Chains.Count)
            from index in response.Chains[chain].Mentions
            let mention = extracted.Mentions[index]
            where mention.Kind == Extraction.MentionKind.Named
            let id = response.Resolutions[chain].EntityId
            select new ClusteredMention(
                document.Topic, document.Id, new string(mention.Span.Of(document.Text)), entityAt[mention.Span],
                id.Length > 0 ? id : $"{document.Id}#{chain}", chain, mention.Type);
        return [.. mentions];
    }
}

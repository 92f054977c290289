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
    internal static Command Create()
    {
        var gold = EvaluateCommand.Files("Mentions of ECB+ (X_Entity_gold_mentions.json, X_corpus.txt beside it) or chains of MEANTIME (.tsv).");
        var text = new Option<string?>("--text") { Description = "Tokens of MEANTIME's documents (CoNLL with -DOCSTART- lines that name them)." };
        var errors = new Option<string?>("--errors") { Description = "File that receives one line an error." };
        var catalogue = new Option<string?>("--catalogue") { Description = "A compiled catalogue, as import writes it. Default: the one that the build carries." };
        var command = new Command("crossdoc", "Measures canonical ids over documents: B3 of named mentions, beside equal strings.") { gold, text, errors, catalogue };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(gold), parsed.GetValue(text), parsed.GetValue(errors), parsed.GetValue(catalogue), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] gold, string? text, string? errors, string? catalogue, CancellationToken cancellationToken)
    {
        var corpora = gold.Select(path => Corpus.Read(path, text)).ToList();
        using var errorFile = errors is null ? null : new StreamWriter(errors);
        var names = new GivenNames();
        foreach (var corpus in corpora)
        {
            await using var pipeline = await EmbeddedPipeline.OpenForgetfulAsync(catalogue);
            var mentions = new List<ClusteredMention>();
            foreach (var document in corpus.Documents)
                mentions.AddRange(await ResolveAsync(pipeline, document, names.Link(document, cancellationToken), cancellationToken));
            CrossDocumentReport.Write(corpus, mentions, Console.Out, errorFile);
        }

        return 0;
    }

    private static async Task<IEnumerable<ClusteredMention>> ResolveAsync(
        EmbeddedPipeline pipeline, CorpusDocument document, ExtractionResult extracted, CancellationToken cancellationToken)
    {
        var request = new ResolveRequest
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
        var response = await pipeline.Resolver.ResolveAsync(request, cancellationToken);
        var entityAt = document.Mentions.ToDictionary(mention => mention.Span, mention => mention.Entity);
        return
            from chain in Enumerable.Range(0, response.Chains.Count)
            from index in response.Chains[chain].Mentions
            let mention = extracted.Mentions[index]
            where mention.Kind == Extraction.MentionKind.Named
            let id = response.Resolutions[chain].EntityId
            select new ClusteredMention(
                document.Topic, document.Id, new string(mention.Span.Of(document.Text)), entityAt[mention.Span], id.Length > 0 ? id : $"{document.Id}#{chain}", chain);
    }
}

using System.CommandLine;
using EntityRes.Evaluation.Linking;
using EntityRes.Text;
using EntityRes.V1;

namespace EntityRes.Cli;

/// <summary><c>evaluate linking GOLD [--pred FILE…] [--restrict]</c>: links of the pipeline and of other systems against annotation.</summary>
internal static class EvaluateLinkingCommand
{
    private const int MaxCandidates = 50;

    private sealed record Inputs(string Gold, string[] Predictions, bool IsRestricted, string? Items, string? Output, string? Errors, string? Catalogue);

    internal static Command Create()
    {
        var gold = new Argument<string>("GOLD") { Description = "Annotated documents, one JSON object a line, with Wikidata ids." };
        var predictions = new Option<string[]>("--pred") { Description = "Stored output of another system; may be repeated.", AllowMultipleArgumentsPerToken = true };
        var restrict = new Option<bool>("--restrict") { Description = "Ids outside the catalogue count as NIL, in the annotation and for every system alike." };
        var items = new Option<string?>("--items") { Description = "Names of items, {\"Q1\": [\"name\", \"type\"]}: a link that nobody annotated is then named or not by the item's name, else by the words." };
        var output = new Option<string?>("--out") { Description = "File that receives the pipeline's predictions, offsets in code points." };
        var errors = new Option<string?>("--errors") { Description = "File that receives each error of the pipeline with its context." };
        var catalogue = new Option<string?>("--catalogue") { Description = "A compiled catalogue, as import writes it. Default: the one that the build carries." };
        var command = new Command("linking", "Measures links: spans equal up to word boundaries, alternatives and optional annotation respected, NIL left out.")
        {
            gold, predictions, restrict, items, output, errors, catalogue,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Inputs(
                parsed.GetRequiredValue(gold), parsed.GetValue(predictions) ?? [], parsed.GetValue(restrict), parsed.GetValue(items),
                parsed.GetValue(output), parsed.GetValue(errors), parsed.GetValue(catalogue)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Inputs inputs, CancellationToken cancellationToken)
    {
        var documents = LinkingDocument.Read(inputs.Gold);
        var items = inputs.Items is null ? new Dictionary<string, ItemName>() : ItemName.Read(inputs.Items);
        var stored = inputs.Predictions.Select(path => (System: Path.GetFileName(path), Found: LinkingPredictions.Read(path, documents))).ToList();
        await using var pipeline = await EmbeddedPipeline.OpenForgetfulAsync(inputs.Catalogue);
        var own = await PredictAsync(pipeline, documents, cancellationToken);
        if (inputs.Output is not null)
            LinkingPredictions.Write(inputs.Output, documents, own);
        List<(string System, IReadOnlyDictionary<string, IReadOnlyList<LinkingPrediction>> Found)> systems = [("entityres", own), .. stored];
        if (inputs.IsRestricted)
        {
            var ids = pipeline.CatalogueIds();
            documents = [.. documents.Select(document => document.RestrictTo(ids))];
            systems = [.. systems.Select(system => (system.System, LinkingPredictions.RestrictTo(ids, system.Found)))];
        }

        using var errorFile = inputs.Errors is null ? null : new StreamWriter(inputs.Errors);
        Action<LinkingDocument, LinkingCase, LinkingError>? report =
            errorFile is null ? null : (document, @case, error) => WriteError(errorFile, document, @case, error);
        LinkingReport.Write(
            [.. systems.Select(system => (system.System, LinkingScore.Of(documents, system.Found, items, system.Found == systems[0].Found ? report : null)))],
            Console.Out);
        return 0;
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<LinkingPrediction>>> PredictAsync(
        EmbeddedPipeline pipeline, IReadOnlyList<LinkingDocument> documents, CancellationToken cancellationToken)
    {
        var predictions = new Dictionary<string, IReadOnlyList<LinkingPrediction>>();
        foreach (var document in documents)
        {
            var request = new AnnotateRequest
            {
                Document = new Document { Id = document.Id, Text = document.Text },
                Options = new ResolveOptions { MaxCandidates = MaxCandidates },
            };
            var response = await pipeline.Annotator.AnnotateAsync(request, cancellationToken);
            predictions[document.Id] = [.. response.Mentions.Select(mention => ToPrediction(mention, response))];
        }

        return predictions;
    }

    private static LinkingPrediction ToPrediction(Mention mention, AnnotateResponse response)
    {
        var resolution = response.Resolutions[mention.Chain];
        var id = resolution.EntityId;
        return new LinkingPrediction(
            new TextSpan(mention.Start, mention.End),
            LinkingPredictions.IsItem(id) ? id : LinkingLabel.Nil,
            id.Length > 0 ? id : $"{response.DocumentId}#{mention.Chain}",
            [.. resolution.Candidates.Select(candidate => candidate.EntityId), id]);
    }

    private static void WriteError(TextWriter errors, LinkingDocument document, LinkingCase @case, LinkingError error)
    {
        var (text, span) = (document.Text, @case.Span);
        var context = $"{text.AsSpan(Math.Max(0, span.Start - 50), Math.Min(50, span.Start))}[[{span.Of(text)}]]{text.AsSpan(span.End, Math.Min(50, text.Length - span.End))}";
        errors.WriteLine($"{@case.Kind}\t{error}\t{document.Id}\t{@case.Label?.Target}\t{@case.Prediction?.Target}\t{context.ReplaceLineEndings(" ")}");
    }
}

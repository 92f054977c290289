using EntityRes.Extraction;
using EntityRes.Extraction.Dates;
using EntityRes.Hosting;
using EntityRes.Text;
using EntityRes.V1;
using Microsoft.Extensions.ObjectPool;
using Mention = EntityRes.V1.Mention;
using MentionKind = EntityRes.V1.MentionKind;

namespace EntityRes.Extractor;

/// <summary>Extract request → extract response: checks, runs the pipeline, and maps. The whole of the service but its wire.</summary>
/// <param name="metrics">Where it counts; null = nowhere.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class DocumentExtractor(ExtractorMetrics? metrics = null)
{
    private readonly ExtractionPipeline _pipeline = ExtractionPipeline.Load();
    private readonly DefaultObjectPool<ExtractionScratch> _scratches = new(new DefaultPooledObjectPolicy<ExtractionScratch>()); // two a core are kept

    /// <summary>What gives the answers.</summary>
    public Versions Versions => new() { Model = _pipeline.ModelVersion, Build = ServiceHost.BuildVersion };

    /// <summary>Answers one request.</summary>
    /// <exception cref="Grpc.Core.RpcException">The request is not valid or over a limit; names the field.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; honoured within one sentence's work.</exception>
    public ExtractResponse Extract(ExtractRequest request, CancellationToken cancellationToken)
    {
        var document = DocumentRequest.Read(request.Document, request.OffsetEncoding);
        var kinds = MentionKinds.Read("kinds", request.Kinds);
        var scratch = _scratches.Get();
        try
        {
            var result = _pipeline.Run(document.Text, scratch, cancellationToken, metrics?.StartStages());
            metrics?.Extracted(document.Text, result);
            return Answer(document, kinds, result);
        }
        finally
        {
            _scratches.Return(scratch); // the result lies in it
        }
    }

    private ExtractResponse Answer(DocumentRequest document, IReadOnlySet<MentionKind> kinds, in ExtractionResult result)
    {
        if (result.Mentions.Count > Limits.Mentions)
            throw RequestErrors.ResourceExhausted(
                "document.text", $"has {result.Mentions.Count} mentions, the limit is {Limits.Mentions}");

        var response = new ExtractResponse
        {
            DocumentId = document.Id,
            DocumentDate = ToProto(document.Date, result.Date, document.Text),
            Versions = Versions,
        };
        response.Warnings.AddRange(document.Warnings);
        if (string.IsNullOrWhiteSpace(document.Text))
            response.Warnings.Add(new Warning { Code = WarningCode.EmptyText, Field = "document.text", Message = "the text is empty" });
        MentionMapping.AddWanted(response, result, document, kinds);
        return response;
    }

    private static DocumentDate ToProto(PartialDate? requested, InferredDate inferred, string text)
    {
        if (requested is { } date)
            return new DocumentDate { Value = date.ToString(), Source = V1.DateSource.Request };
        return inferred.Source switch
        {
            Extraction.Dates.DateSource.None => new DocumentDate { Source = V1.DateSource.None },
            Extraction.Dates.DateSource.Dateline => Found(V1.DateSource.Dateline),
            _ => Found(V1.DateSource.Inferred),
        };

        DocumentDate Found(V1.DateSource source) =>
            new() { Value = inferred.Value.ToString(), Source = source, Evidence = inferred.EvidenceIn(text) };
    }
}

using EntityRes.V1;
using Google.Rpc;
using Grpc.Core;

namespace EntityRes.Services.Tests;

[Collection(RunningServicesGroup.Name)]
public class ExtractionServiceTests(RunningServices services)
{
    private const string Text = "Zoë 😀 met Angela Merkel in Łódź on Monday.";

    private readonly ExtractionService.ExtractionServiceClient _client = new(services.Extractor);

    [Theory]
    [InlineData(OffsetEncoding.Unspecified)]
    [InlineData(OffsetEncoding.Utf16)]
    [InlineData(OffsetEncoding.Utf32)]
    [InlineData(OffsetEncoding.Utf8)]
    public async Task Every_mention_is_exactly_its_slice_in_the_encoding_asked_for(OffsetEncoding encoding)
    {
        var response = await _client.ExtractAsync(Request(Text, encoding));
        Assert.Contains(response.Mentions, mention => mention.Text == "Angela Merkel");
        Assert.All(response.Mentions, mention => Assert.Equal(mention.Text, Slices.Of(Text, mention, encoding)));
    }

    [Fact]
    public async Task The_chains_are_a_partition_of_the_mentions()
    {
        var response = await _client.ExtractAsync(Request(Text));
        Assert.Equal(
            Enumerable.Range(0, response.Mentions.Count), response.Chains.SelectMany(chain => chain.Mentions).Order());
        for (var i = 0; i < response.Chains.Count; i++)
        {
            Assert.Contains(response.Chains[i].Representative, response.Chains[i].Mentions);
            Assert.All(response.Chains[i].Mentions, mention => Assert.Equal(i, response.Mentions[mention].Chain));
        }
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_are_answered()
    {
        var request = Request("Angela Merkel said the French president was wrong. He laughed.");
        request.Kinds.Add(MentionKind.Role);
        var response = await _client.ExtractAsync(request);
        Assert.Equal(["the French president"], response.Mentions.Select(mention => mention.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public async Task An_empty_text_has_no_mentions_and_a_warning(string text)
    {
        var response = await _client.ExtractAsync(Request(text));
        Assert.Empty(response.Mentions);
        Assert.Equal([WarningCode.EmptyText], response.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public async Task Another_language_is_answered_with_a_warning()
    {
        var request = Request("Angela Merkel besuchte Paris.");
        request.Document.Language = "de-AT";
        var response = await _client.ExtractAsync(request);
        Assert.Equal([WarningCode.LanguageNotSupported], response.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public async Task The_date_is_the_request_s_before_the_text_s()
    {
        var request = Request("LONDON, Jan. 5, 2015 - Angela Merkel arrived.");
        Assert.Equal("2015-01-05", (await _client.ExtractAsync(request)).DocumentDate.Value);
        request.Document.DocumentDate = "2016-02";
        var date = (await _client.ExtractAsync(request)).DocumentDate;
        Assert.Equal(("2016-02", DateSource.Request), (date.Value, date.Source));
    }

    [Fact]
    public async Task The_same_request_has_the_same_answer_byte_for_byte()
    {
        var request = Request(await File.ReadAllTextAsync(RepositoryRoot.PathOf("seeds", "articles", "vilnius-summit.txt")));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _client.ExtractAsync(request).ResponseAsync));
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Theory]
    [InlineData("document.document_date", "2025-02-30")]
    [InlineData("document.document_date", "yesterday")]
    public async Task A_wrong_date_is_refused_by_name(string field, string date)
    {
        var request = Request(Text);
        request.Document.DocumentDate = date;
        await AssertInvalidAsync(request, field);
    }

    [Fact]
    public async Task A_missing_document_is_refused_by_name() => await AssertInvalidAsync(new ExtractRequest(), "document");

    [Fact]
    public async Task An_unknown_offset_encoding_is_refused_by_name() =>
        await AssertInvalidAsync(Request(Text, (OffsetEncoding)99), "offset_encoding");

    [Fact]
    public async Task An_unknown_kind_is_refused_by_name()
    {
        var request = Request(Text);
        request.Kinds.Add(MentionKind.Named);
        request.Kinds.Add((MentionKind)99);
        await AssertInvalidAsync(request, "kinds[1]");
    }

    [Fact]
    public async Task A_text_over_the_limit_is_refused_with_the_limit()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(
            async () => await _client.ExtractAsync(Request(new string('é', 600_000))));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("document.text", refused.GetRpcStatus()!.GetDetail<QuotaFailure>()!.Violations[0].Subject);
    }

    [Fact]
    public async Task A_text_at_the_limit_is_answered() =>
        Assert.NotEmpty((await _client.ExtractAsync(Request(LongText()))).Mentions);

    [Fact]
    public async Task A_cancelled_call_ends()
    {
        using var cancellation = new CancellationTokenSource();
        var call = _client.ExtractAsync(Request(LongText()), cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        var ended = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, ended.StatusCode);
    }

    [Fact]
    public async Task A_stream_answers_in_order_and_survives_a_bad_document()
    {
        using var stream = _client.StreamExtract();
        for (var i = 0; i < 20; i++)
        {
            var request = Request($"Angela Merkel met {i} people.");
            request.Document.Id = $"d{i}";
            request.Document.DocumentDate = i == 7 ? "never" : "";
            await stream.RequestStream.WriteAsync(request);
        }

        await stream.RequestStream.CompleteAsync();
        var answers = new List<StreamExtractResponse>();
        await foreach (var answer in stream.ResponseStream.ReadAllAsync())
            answers.Add(answer);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"d{i}"), answers.Select(answer => answer.DocumentId));
        Assert.Equal((int)Code.InvalidArgument, answers[7].Error.Code);
        Assert.All(answers.Where((_, i) => i != 7), answer => Assert.NotEmpty(answer.Response.Mentions));
    }

    private async Task AssertInvalidAsync(ExtractRequest request, string field)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await _client.ExtractAsync(request));
        Errors.AssertInvalid(refused, field);
    }

    private static ExtractRequest Request(string text, OffsetEncoding encoding = OffsetEncoding.Unspecified) =>
        new() { Document = new Document { Text = text }, OffsetEncoding = encoding };

    private static string LongText()
    {
        const string Sentence = "The committee met again on Monday without any result to speak of. ";
        var filler = string.Concat(Enumerable.Repeat(Sentence, ((1 << 20) / Sentence.Length) - 1));
        return "Angela Merkel arrived. " + filler;
    }
}

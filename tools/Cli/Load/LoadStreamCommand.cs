using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using EntityRes.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Cli.Load;

/// <summary><c>load stream</c>: many documents over one <c>StreamAnnotate</c>; holds the order and counts the errors.</summary>
internal static class LoadStreamCommand
{
    internal static Command Create()
    {
        var resolver = LoadCommand.Resolver();
        var documents = LoadCommand.Option("--documents", "Documents to send.", 100_000);
        var words = LoadCommand.Option("--words", "Words of each document.", 100);
        var text = LoadCommand.Option("--text", "File with the document.", "seeds/articles/prague-treaty.txt");
        var command = new Command("stream", "Sends many documents over one stream.") { resolver, documents, words, text };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var document = await LoadCommand.ReadDocumentAsync(
                [parsed.GetValue(text)!], (int)LoadCommand.AtLeast("--words", parsed.GetValue(words), 1), cancellationToken);
            await RunAsync(
                LoadCommand.Address("--resolver", parsed.GetValue(resolver)!), document,
                (int)LoadCommand.AtLeast("--documents", parsed.GetValue(documents), 1), cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(Uri resolver, string text, int documents, CancellationToken cancellationToken)
    {
        using var channel = GrpcChannel.ForAddress(resolver);
        using var stream = new ResolutionService.ResolutionServiceClient(channel).StreamAnnotate(cancellationToken: cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var sending = SendAsync();
        int answered = 0, errors = 0;
        await foreach (var answer in stream.ResponseStream.ReadAllAsync(cancellationToken))
        {
            var expected = IdOf(answered++);
            if (answer.DocumentId != expected)
                throw new InvalidDataException($"answer {answered} is of document '{answer.DocumentId}', not of '{expected}'");
            if (answer.Error is not null)
                errors++;
        }

        if (answered != documents)
            throw new InvalidDataException($"{answered} answers to {documents} documents");
        await sending;
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{answered} answers in order, {errors} errors, {seconds:0.0} s, {answered / seconds:#,0} documents/s"));

        async Task SendAsync()
        {
            for (var i = 0; i < documents; i++)
            {
                await stream.RequestStream.WriteAsync(
                    new AnnotateRequest { Document = new Document { Id = IdOf(i), Text = text } }, cancellationToken);
            }

            await stream.RequestStream.CompleteAsync();
        }
    }

    private static string IdOf(int document) => document.ToString(CultureInfo.InvariantCulture);
}

using System.Text;
using EntityRes.V1;
using Google.Protobuf;

namespace EntityRes.Cli;

/// <summary>Files and standard input → documents.</summary>
internal static class InputDocuments
{
    private const string StandardInput = "-";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the documents of a file.</summary>
    /// <param name="file">A path, or <c>-</c> for standard input.</param>
    /// <param name="mayBeLines">Whether a file that begins with <c>{</c> holds one Document in JSON a line.</param>
    /// <returns>Each document and where it stands, for messages.</returns>
    /// <exception cref="InvalidDataException">It is not UTF-8, or a line is no Document; names file and line.</exception>
    internal static IEnumerable<(string Place, Document Document)> Read(string file, bool mayBeLines)
    {
        using var reader = new StreamReader(
            file == StandardInput ? Console.OpenStandardInput() : File.OpenRead(file), StrictUtf8, detectEncodingFromByteOrderMarks: true);
        if (!mayBeLines || Peek(reader) != '{')
        {
            yield return (file, new Document { Id = file, Text = Guard(file, reader.ReadToEnd) });
            yield break;
        }

        for (var line = 1; Guard(file, reader.ReadLine) is { } json; line++)
        {
            if (!string.IsNullOrWhiteSpace(json))
                yield return ($"{file}:{line}", ParseDocument($"{file}:{line}", json));
        }
    }

    private static int Peek(StreamReader reader)
    {
        while (reader.Peek() is var next and >= 0 && char.IsWhiteSpace((char)next))
            reader.Read();
        return reader.Peek();
    }

    private static Document ParseDocument(string place, string json)
    {
        try
        {
            return Document.Parser.ParseJson(json);
        }
        catch (Exception wrong) when (wrong is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw new InvalidDataException($"{place}: not a Document in JSON: {wrong.Message}", wrong);
        }
    }

    private static T Guard<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException wrong)
        {
            throw new InvalidDataException($"{file}: not UTF-8: {wrong.Message}", wrong);
        }
    }
}

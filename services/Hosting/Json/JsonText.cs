using Google.Protobuf;

namespace EntityRes.Hosting.Json;

/// <summary>Messages as JSON, without the spaces that protobuf's formatter puts between its signs.</summary>
internal static class JsonText
{
    /// <summary>Writes a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="formatter">How.</param>
    /// <returns>UTF-8.</returns>
    internal static ArraySegment<byte> Of(IMessage message, JsonFormatter formatter)
    {
        using var text = new MemoryStream();
        using (var writer = new StreamWriter(text, leaveOpen: true))
            formatter.Format(message, writer);
        var bytes = text.GetBuffer();
        return new ArraySegment<byte>(bytes, 0, Squeeze(bytes.AsSpan(0, (int)text.Length)));
    }

    // What the formatter wrote is JSON: a space outside of a string means nothing, and only a quote without backslash ends a string.
    private static int Squeeze(Span<byte> json)
    {
        var length = 0;
        var isInString = false;
        for (var i = 0; i < json.Length; i++)
        {
            var sign = json[i];
            if (!isInString && sign == ' ')
                continue;
            json[length++] = sign;
            if (sign == '"')
                isInString = !isInString;
            else if (sign == '\\')
                json[length++] = json[++i];
        }

        return length;
    }
}

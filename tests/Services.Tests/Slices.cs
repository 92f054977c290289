using System.Text;
using EntityRes.V1;

namespace EntityRes.Services.Tests;

internal static class Slices
{
    /// <summary>What a client of the encoding reads at a mention's offsets: computed without the project's own conversion.</summary>
    internal static string Of(string text, Mention mention, OffsetEncoding encoding) => encoding switch
    {
        OffsetEncoding.Utf8 => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)[mention.Start..mention.End]),
        OffsetEncoding.Utf32 => string.Concat(text.EnumerateRunes().Skip(mention.Start).Take(mention.End - mention.Start)),
        _ => text[mention.Start..mention.End],
    };
}

using System.Globalization;
using EntityRes.Evaluation.Corpora;

namespace EntityRes.Trainer.Corpora;

/// <summary>Copies of documents in other letter case, so that headlines and sloppy text are no surprise.</summary>
internal static class CaseCopies
{
    /// <summary>Upper-case copy of every <paramref name="every"/>-th document, lower-case of the next, title-case of the one after, each with the index of its source.</summary>
    public static IEnumerable<(GoldDocument Copy, int Source)> Of(IReadOnlyList<GoldDocument> documents, int every)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            if ((i % every) switch
            {
                0 => Map(documents[i].Text, (_, c) => char.ToUpperInvariant(c)),
                1 => Map(documents[i].Text, (_, c) => char.ToLowerInvariant(c)),
                2 => Map(documents[i].Text, (isInitial, c) => isInitial ? char.ToUpperInvariant(c) : c),
                _ => null,
            } is { } text)
                yield return (documents[i] with { Text = text, Id = documents[i].Id + "/case" }, i);
        }
    }

    private static string Map(string text, Func<bool, char, char> map) =>
        string.Create(text.Length, (text, map), static (target, state) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                var isInitial = i == 0 || (char.GetUnicodeCategory(state.text[i - 1]) is not (UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter)
                    && state.text[i - 1] is not ('\'' or '’'));
                target[i] = state.map(isInitial, state.text[i]);
            }
        });
}

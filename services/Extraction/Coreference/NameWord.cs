namespace EntityRes.Extraction.Coreference;

/// <summary>One word of a name.</summary>
/// <param name="Key">Hash of its alias key.</param>
/// <param name="First">First character of its alias key.</param>
/// <param name="IsInitial">Whether the alias key has one character only.</param>
/// <param name="IsSuffix">Whether it is one of "Jr.", "III" and the like.</param>
internal readonly record struct NameWord(ulong Key, char First, bool IsInitial, bool IsSuffix);

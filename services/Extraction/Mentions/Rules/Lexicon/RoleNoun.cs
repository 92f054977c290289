namespace EntityRes.Extraction.Mentions.Rules.Lexicon;

/// <summary>A noun that can be the head of a role mention.</summary>
/// <param name="Word">The noun, as listed.</param>
/// <param name="Type">The type of what it means.</param>
/// <param name="Class">What it says of its entity.</param>
/// <param name="Sense">The office or kind it means: one for nouns that mean the same ("premier").</param>
/// <param name="Gender">The gender it implies.</param>
internal sealed record RoleNoun(string Word, MentionType Type, RoleClass Class, Sense Sense, Gender Gender);

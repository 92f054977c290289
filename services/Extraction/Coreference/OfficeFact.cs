using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference;

/// <summary>Something the text says of someone by a title, an apposition or a role phrase.</summary>
/// <param name="Sense">The office or kind: "president", "foreign minister", "singer".</param>
/// <param name="Owner">Key of whose office it is, or 0 when not said; see <see cref="NameForm.OwnerKey"/>.</param>
/// <param name="Tense">Whether the office is held.</param>
internal readonly record struct OfficeFact(Sense Sense, ulong Owner, RoleTense Tense);

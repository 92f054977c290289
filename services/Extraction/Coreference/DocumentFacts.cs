using System.Runtime.InteropServices;
using EntityRes.Extraction.Mentions.Rules;

namespace EntityRes.Extraction.Coreference;

/// <summary>A document as the sieves see it: a reusable buffer, filled by <see cref="MentionFactsReader"/>. Not thread-safe.</summary>
internal sealed class DocumentFacts
{
    private readonly List<RolePhrase> _phrases = [];
    private readonly List<int> _names = [];
    private readonly List<int> _roles = [];
    private MentionFacts[] _mentions = new MentionFacts[64];

    /// <summary>Its tokens under the named mentions.</summary>
    public TaggedTokens Tokens { get; } = new();

    /// <summary>The forms of its names.</summary>
    public NameForms Forms { get; } = new();

    /// <summary>Number of mentions.</summary>
    public int Count { get; private set; }

    /// <summary>The facts of each mention, by span.</summary>
    public Span<MentionFacts> Mentions => _mentions.AsSpan(0, Count);

    /// <summary>Indexes of the named mentions, ascending.</summary>
    public ReadOnlySpan<int> Names => CollectionsMarshal.AsSpan(_names);

    /// <summary>Indexes of the role mentions, ascending.</summary>
    public ReadOnlySpan<int> Roles => CollectionsMarshal.AsSpan(_roles);

    /// <summary>
    /// For training: told of each antecedent that <see cref="Salience"/> weighs for a phrase, with its features
    /// (<c>double[SalienceWeights.Count]</c>, reused between calls).
    /// </summary>
    public Action<int, int, double[]>? CandidateSeen { get; set; }

    /// <summary>The form of a named mention.</summary>
    public ref readonly NameForm FormOf(int mention) => ref Forms[_mentions[mention].Form];

    /// <summary>A role phrase; see <see cref="MentionFacts.Role"/>.</summary>
    public ref readonly RolePhrase Phrase(int role) => ref CollectionsMarshal.AsSpan(_phrases)[role];

    /// <summary>Begins a document of so many mentions, whose facts are to be written.</summary>
    internal void Begin(int mentions)
    {
        _phrases.Clear();
        _names.Clear();
        _roles.Clear();
        Forms.Begin();
        Count = mentions;
        if (_mentions.Length < mentions)
            _mentions = new MentionFacts[mentions * 2];
    }

    /// <summary>Adds the index of the next name or role.</summary>
    internal void Index(int mention, MentionKind kind)
    {
        if (kind != MentionKind.Pronoun)
            (kind == MentionKind.Named ? _names : _roles).Add(mention);
    }

    /// <summary>Keeps a role phrase.</summary>
    internal int Keep(in RolePhrase phrase)
    {
        _phrases.Add(phrase);
        return _phrases.Count - 1;
    }
}

namespace EntityRes.Extraction.Coreference;

/// <summary>Key of a shorter form → the long name it is short for, when it is one chain's only.</summary>
internal readonly ref struct LongForms
{
    private const int Several = -2;

    private readonly KeyMap _mentions;
    private readonly ChainSet _chains;

    /// <summary>Begins with none.</summary>
    public LongForms(KeyMap mentions, ChainSet chains)
    {
        (_mentions, _chains) = (mentions, chains);
        mentions.Clear();
    }

    /// <summary>Adds a shorter form of a name.</summary>
    public void Add(ulong key, int mention)
    {
        ref var known = ref _mentions.At(key, mention);
        if (known >= 0 && _chains.ChainOf(known) != _chains.ChainOf(mention))
            known = Several;
    }

    /// <summary>A mention by the long name; negative when there is none or it is not clear which.</summary>
    public int Find(ulong key) => _mentions.Find(key);
}

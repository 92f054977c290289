using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Trainer.Tagging;

/// <summary>Enumerates the positions in <see cref="Network.ContextToHidden"/> that a token sees.</summary>
internal ref struct ContextPlaces(Network network, TrainingSentence sentence, int token, bool hidesEvidence)
{
    private int _index = -1;

    public int Current { get; private set; }

    public readonly ContextPlaces GetEnumerator() => this;

    public bool MoveNext()
    {
        while (++_index < ContextFeatures.Slots * Network.ContextOffsets)
        {
            int slot = _index / Network.ContextOffsets, offset = (_index % Network.ContextOffsets) - 1;
            var place = token + offset;
            if (place < 0 || place >= sentence.Types.Length)
                continue;
            var value = sentence.Contexts[slot][place];
            if (value == 0 || (hidesEvidence && slot == ContextFeatures.Evidence))
                continue;
            Current = network.ContextAt(slot, offset, value);
            return true;
        }

        return false;
    }
}

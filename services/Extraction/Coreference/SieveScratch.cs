namespace EntityRes.Extraction.Coreference;

/// <summary>Tables that a sieve may use while it runs; each sieve clears those that it takes. Not thread-safe.</summary>
internal sealed class SieveScratch
{
    private int[] _links = [];

    /// <summary>Key → a mention.</summary>
    public KeyMap ByKey { get; } = new();

    /// <summary>Another key → a mention.</summary>
    public KeyMap ByOtherKey { get; } = new();

    /// <summary>What was met before.</summary>
    public KeyMap Seen { get; } = new();

    /// <summary>Key → mentions.</summary>
    public KeyGroups Groups { get; } = new();

    /// <summary>What is spoken of.</summary>
    public Salience Salience { get; } = new();

    /// <summary>int[mentions]: lists of mentions, each linked to another; holds anything at first.</summary>
    public int[] Links(int mentions) => _links.Length >= mentions ? _links : _links = new int[mentions * 2];
}

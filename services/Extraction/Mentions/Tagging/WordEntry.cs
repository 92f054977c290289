namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>What is known of a word, all its case forms together, from unlabelled text and name lists.</summary>
/// <param name="LowerCluster">Cluster of the lower-case form, 1-based; 0 = none.</param>
/// <param name="CapitalCluster">Cluster of the capitalised form, 1-based; 0 = none.</param>
/// <param name="CapitalShare">How often the word is capitalised inside sentences, in steps; 0 = never seen.</param>
/// <param name="Lists">Name lists it occurs in, one bit each (<see cref="NameLists"/>).</param>
internal readonly record struct WordEntry(ushort LowerCluster, ushort CapitalCluster, byte CapitalShare, ushort Lists);

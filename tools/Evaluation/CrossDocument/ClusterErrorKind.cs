namespace EntityRes.Evaluation.CrossDocument;

/// <summary>Why mentions are not in the cluster they belong to, or are in one they do not.</summary>
internal enum ClusterErrorKind
{
    /// <summary>Two minted ids for one entity, whose names are written differently.</summary>
    SplitBySpelling,

    /// <summary>Two minted ids for one entity and one name: the type differs.</summary>
    SplitByType,

    /// <summary>One entity linked here, and minted or unresolved there.</summary>
    SplitByNil,

    /// <summary>Two catalogue entities for one, or one for two that no chain joins.</summary>
    WrongLink,

    /// <summary>One minted id for two entities of one name.</summary>
    MergedByName,

    /// <summary>Two entities in one chain of a document.</summary>
    MergedByCoreference,
}

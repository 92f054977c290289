namespace EntityRes.Resolution;

/// <summary>What was decided on a chain.</summary>
public enum DecisionKind
{
    /// <summary>Nothing: there is no id to give.</summary>
    Unresolved,

    /// <summary>It means an entity of the catalogue.</summary>
    Linked,

    /// <summary>NIL: it has a name and means something outside the catalogue.</summary>
    Nil,
}

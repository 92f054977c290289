namespace EntityRes.Resolution;

/// <summary>What kind of thing an entity is. The numbers are those of the wire contract and of stored records.</summary>
public enum EntityType : byte
{
    /// <summary>A human being, real or invented.</summary>
    Person = 1,

    /// <summary>An institution, company, party, armed group, team.</summary>
    Organization = 2,

    /// <summary>A country, state, city, region, building, body of water, celestial body.</summary>
    Location = 3,

    /// <summary>A nationality, ethnic or religious group.</summary>
    Group = 4,

    /// <summary>A named happening.</summary>
    Event = 5,

    /// <summary>A thing that is made.</summary>
    Product = 6,

    /// <summary>Any other named thing.</summary>
    Other = 7,
}

namespace EntityRes.Extraction;

/// <summary>What kind of thing a mention means. The numbers are those of the wire contract.</summary>
public enum MentionType : byte
{
    /// <summary>A human being, real or invented.</summary>
    Person = 1,

    /// <summary>An institution, company, party, armed group, team; a building's name where the institution acts.</summary>
    Organization = 2,

    /// <summary>A country, state, city, region, building, body of water, celestial body.</summary>
    Location = 3,

    /// <summary>A nationality, ethnic or religious group and its adherents, as noun or adjective.</summary>
    Group = 4,

    /// <summary>A named happening: war, disaster, election, tournament, summit.</summary>
    Event = 5,

    /// <summary>A thing that is made: weapon, vehicle, software, drug, work of art.</summary>
    Product = 6,

    /// <summary>Any other name: law, award, language, index.</summary>
    Other = 7,
}

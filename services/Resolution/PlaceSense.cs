namespace EntityRes.Resolution;

/// <summary>What the words beside a place's name say it is.</summary>
public enum PlaceSense : byte
{
    /// <summary>Nothing.</summary>
    Unsaid,

    /// <summary>A part of a country: "Kandahar <b>province</b>", "the <b>state of</b> New York".</summary>
    Region,

    /// <summary>A settlement: "the <b>city of</b> New York".</summary>
    Settlement,
}

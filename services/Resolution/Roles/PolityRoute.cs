namespace EntityRes.Resolution.Roles;

/// <summary>How a word led to a country or organisation.</summary>
internal enum PolityRoute
{
    /// <summary>By its own name or origin: "Russia", "Russian", "NATO".</summary>
    Own,

    /// <summary>By its capital: "Moscow".</summary>
    Capital,

    /// <summary>By a building that stands for whoever sits there: "Kremlin".</summary>
    Building,

    /// <summary>By its central bank: "Bundesbank".</summary>
    CentralBank,
}

namespace EntityRes.Resolution.Roles;

/// <summary>An office that a role phrase may name.</summary>
/// <param name="Office">The office.</param>
/// <param name="Order">Its place among the possible readings; those of equal order are as likely as each other.</param>
/// <param name="Directness01">1 when the phrase names it by its own noun or it leads the polity; less for a wider noun.</param>
/// <param name="AsLeader">Whether it is named only as the office that leads: those who held it while it did not are not meant.</param>
internal readonly record struct NamedOffice(Office Office, int Order, float Directness01, bool AsLeader = false);

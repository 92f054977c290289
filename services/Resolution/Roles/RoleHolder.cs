namespace EntityRes.Resolution.Roles;

/// <summary>Somebody whom a role mention may mean.</summary>
/// <param name="Office">The office.</param>
/// <param name="Tenure">Who held it, and when.</param>
/// <param name="Coverage01">The share of the days that the as-of date may mean on which he fits the phrase; 0 on an unknown date.</param>
/// <param name="Directness01">1 when the phrase names the office by its own noun or the office leads; less for a wider noun.</param>
/// <param name="IsNamed">Whether the document names him.</param>
public readonly record struct RoleHolder(Office Office, Tenure Tenure, float Coverage01, float Directness01, bool IsNamed);

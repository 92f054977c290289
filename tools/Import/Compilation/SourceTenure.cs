using EntityRes.Resolution;
using EntityRes.Resolution.Roles;
using EntityRes.Text;

namespace EntityRes.Import.Compilation;

/// <summary>A tenure on its way into a compiled catalogue.</summary>
/// <param name="Office">Slug of the office.</param>
/// <param name="Holder">Id of the person.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended, exclusive; null while it lasts.</param>
/// <param name="IsActing">Whether in an acting capacity.</param>
public readonly record struct SourceTenure(string Office, string Holder, PartialDate Start, PartialDate? End, bool IsActing);

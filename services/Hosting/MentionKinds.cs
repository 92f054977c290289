using EntityRes.V1;

namespace EntityRes.Hosting;

/// <summary>The kinds of mentions a request wants.</summary>
public static class MentionKinds
{
    private static readonly HashSet<MentionKind> All = [MentionKind.Named, MentionKind.Role, MentionKind.Pronoun];

    /// <summary>Checks a list of kinds.</summary>
    /// <param name="field">The request field, for messages.</param>
    /// <param name="kinds">The list; empty means all.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: an entry is no kind.</exception>
    public static IReadOnlySet<MentionKind> Read(string field, IReadOnlyList<MentionKind> kinds)
    {
        for (var i = 0; i < kinds.Count; i++)
        {
            if (!All.Contains(kinds[i]))
                throw RequestErrors.InvalidArgument($"{field}[{i}]", $"{(int)kinds[i]} is no MentionKind that can be asked for");
        }

        return kinds.Count == 0 ? All : kinds.ToHashSet();
    }
}

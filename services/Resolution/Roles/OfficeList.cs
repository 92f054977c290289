using System.Collections;

namespace EntityRes.Resolution.Roles;

/// <summary>All offices of an index, by slug.</summary>
internal sealed class OfficeList(OfficeIndex index, int count) : IReadOnlyList<Office>
{
    public int Count => count;

    public Office this[int i] => index.OfficeAt(i);

    public IEnumerator<Office> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
            yield return index.OfficeAt(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

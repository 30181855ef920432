using System.Collections.Immutable;
using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;

namespace SessionState.AppCmd.Listing;

/// <summary>How one kind of object is listed.</summary>
/// <param name="ObjectName">SITE, APP or VDIR.</param>
/// <param name="Columns">Its attributes, in the order shown.</param>
/// <param name="Name">What identifies it.</param>
/// <param name="ReadAsync">Reads all of them.</param>
internal sealed record ListedKind<T>(
    string ObjectName,
    ImmutableArray<Column<T>> Columns,
    Func<T, string> Name,
    Func<IServerReader, CancellationToken, Task<Outcome<IReadOnlyList<T>>>> ReadAsync)
{
    public Column<T>? Find(string name) => Columns.FirstOrDefault(column => column.Is(name));
}

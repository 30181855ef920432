using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Tests.Shared;

namespace SessionState.Engine.Tests.Generated;

/// <summary>Our answer for a path of a generated server, in the form of its truth.</summary>
internal static class TruthAnswer
{
    internal static bool Agrees(ServerConfiguration server, GeneratedServer generated, TruthRow row) =>
        Comparable(Of(server, generated, row)) == Comparable(row);

    // A path that only location tags name is known in the spelling of one of them; which one is no matter.
    private static TruthRow Comparable(TruthRow row) => row with
    {
        Path = row.Path.ToUpperInvariant(),
        Target = row.Target?.ToUpperInvariant(),
    };

    internal static TruthRow Of(ServerConfiguration server, GeneratedServer generated, TruthRow asked)
    {
        var node = server.Find(asked.Path);
        if (node is null)
        {
            return asked with { Kind = "missing" };
        }

        var value = EffectiveValueReader.Read(node, Settings.AllowSessionState);
        var file = value.Violation?.Diagnostic.File ?? value.Origin?.File;
        return new TruthRow(
            node.Path,
            node.Kind.ToString() is var kind ? char.ToLowerInvariant(kind[0]) + kind[1..] : "",
            value.Value,
            file is null ? null : Path.GetRelativePath(generated.Folder, file),
            value.Violation?.Diagnostic.Line ?? value.Origin?.Line,
            value.Origin?.ConfigurationPath,
            value.Origin is null ? null : value.Origin.LocationPath is not null,
            value.Violation?.Diagnostic.Code switch
            {
                null => null,
                DiagnosticCodes.SectionLocked => "sectionLocked",
                DiagnosticCodes.AttributeLocked => "attributeLocked",
                DiagnosticCodes.ElementLocked => "elementLocked",
                var other => other,
            },
            LockReader.Read(node, Settings.AllowSessionState.Section).IsLocked);
    }
}

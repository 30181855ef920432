using SessionState.Engine.Reading;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Hierarchy;

/// <summary>An applicationHost.config of which an edit touched one location tag.</summary>
/// <param name="File">The file after the edit.</param>
/// <param name="Before">The tag before; null where it is new.</param>
/// <param name="After">The tag after.</param>
internal sealed record EditedLocation(ConfigurationFile File, LocationTag? Before, LocationTag After)
{
    /// <summary>Reads the touched tag alone; null where that is not enough to know what the whole file says.</summary>
    /// <param name="file">The file before the edit.</param>
    /// <param name="touched">The tag.</param>
    internal static EditedLocation? Read(ConfigurationFile file, TouchedTag touched)
    {
        var before = touched.IsNew ? null : file.Locations[touched.Index];
        var first = before?.Line ?? touched.Line;
        var last = first + LineMap.LastLine(touched.Text);
        if (before is { IsIdle: true } or { IsOwnLevel: true } or { Problem: not null }
            || file.Diagnostics.Any(known => known.Line >= first && known.Line <= last))
        {
            return null;
        }

        using var xml = new CheckedXmlReader(touched.Text, file.Path, first);
        var reader = new ConfigurationFileReader(xml, ConfigurationFileKind.ApplicationHost, file.Path) { KnownDefinitions = file.Definitions };
        return reader.ReadLocationAlone() is { } after && (before is null || after.Path == before.Path)
            ? new(file.With(before is null ? file.Locations.Add(after) : file.Locations.SetItem(touched.Index, after)), before, after)
            : null;
    }
}

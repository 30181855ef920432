using SessionState.Files.Disks;

namespace SessionState.Files.Reading;

/// <summary>A file that holds a section for a web.config ("configSource"), as it was found.</summary>
/// <param name="Path">Where it is, or should be.</param>
/// <param name="State">Its content.</param>
/// <param name="Stamp">Tells whether it changed since; null where it was not there.</param>
internal sealed record FoundSource(string Path, FileState State, FileStamp? Stamp);

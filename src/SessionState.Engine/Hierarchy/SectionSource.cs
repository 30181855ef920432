using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>A file that holds a section for a web.config ("configSource").</summary>
/// <param name="Name">Its path as the web.config writes it, relative to the web.config's folder, which it never leaves.</param>
/// <param name="Path">Where it is on this machine.</param>
/// <param name="Bytes">Its content; empty where there is a problem.</param>
/// <param name="Problem">Why it could not be read; null where it was.</param>
public sealed record SectionSource(string Name, string Path, ReadOnlyMemory<byte> Bytes, Diagnostic? Problem);

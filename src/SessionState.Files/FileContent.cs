using SessionState.Engine.Text;

namespace SessionState.Files;

/// <summary>A file of the set as it is on the disk now.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Hash">
/// Their SHA-256, 64 lower-case hexadecimal digits: the <see cref="CommitFile.ExpectedHash"/> of a change based on them.
/// </param>
/// <param name="Text">The decoded text; null where the bytes are in no encoding that we read.</param>
public sealed record FileContent(byte[] Bytes, string Hash, SourceText? Text);

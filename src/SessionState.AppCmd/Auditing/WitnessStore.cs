using System.Text;
using SessionState.AppCmd.Auditing.Verifying;
using SessionState.Files;

namespace SessionState.AppCmd.Auditing;

/// <summary>What a witness keeps: the key it trusts, and the newest checkpoint it believed. A file that people can read and print.</summary>
/// <param name="Key">The key; null where the file is a bare checkpoint.</param>
/// <param name="Note">The checkpoint.</param>
/// <param name="Text">The checkpoint, exactly.</param>
internal sealed record WitnessStore(PublicKey? Key, SignedNote Note, string Text)
{
    /// <summary>Null where the file holds no checkpoint.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WitnessStore? Read(string file)
    {
        var text = File.ReadAllText(file);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var key = end < 0 ? null : PublicKey.Parse(text[..end]);
        var note = key is null ? text : text[(end + 1)..];
        return SignedNote.Parse(note) is { } parsed ? new(key, parsed, note) : null;
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string file)
    {
        if (DurableFile.Replace(file, Encoding.UTF8.GetBytes($"{Key?.Line}\n{Text}")) is { } reason)
        {
            throw new IOException($"{file}: {reason}");
        }
    }
}

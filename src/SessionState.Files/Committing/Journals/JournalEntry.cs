namespace SessionState.Files.Committing.Journals;

/// <summary>One file of an unfinished commit.</summary>
/// <param name="File">Its path.</param>
/// <param name="Before">The hash of the old bytes; null: there was no file.</param>
/// <param name="After">The hash of the new bytes.</param>
/// <param name="Temporary">The name beside it of the new file, and after the exchange of the old one.</param>
internal sealed record JournalEntry(string File, string? Before, string After, string Temporary)
{
    public bool IsNew => Before is null;

    public string TemporaryPath => Path.Join(Path.GetDirectoryName(File), Temporary);
}

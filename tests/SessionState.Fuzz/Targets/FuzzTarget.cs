namespace SessionState.Fuzz.Targets;

/// <summary>Something that takes hostile input, and what must hold for any.</summary>
/// <param name="Name">Its name, and that of its folder in Corpus.</param>
/// <param name="Dictionary">Pieces that mean something to it, for the mutations.</param>
/// <param name="Check">Throws where something does not hold.</param>
internal sealed record FuzzTarget(string Name, string[] Dictionary, Action<byte[]> Check)
{
    public static IReadOnlyList<FuzzTarget> All { get; } = [SourceTarget.Target, LocationTarget.Target, PathTarget.Target, EditorTarget.Target];

    /// <summary>The committed inputs to start from, in a fixed order.</summary>
    public IReadOnlyList<byte[]> Corpus() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", Name)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    public override string ToString() => Name;
}

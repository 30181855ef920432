namespace SessionState.Engine.Xml;

/// <summary>A tag that is beyond a limit.</summary>
/// <param name="What">What is too much, as a part of a sentence.</param>
/// <param name="Limit">How much is allowed.</param>
/// <param name="Offset">Where the tag starts.</param>
internal readonly record struct TagExcess(string What, int Limit, int Offset)
{
    internal static TagExcess? Find(ReadOnlySpan<char> text) => LongRun.IsPossibleIn(text) ? TagLimits<char>.Find(text) : null;

    internal static TagExcess? Find(ReadOnlySpan<byte> utf8) => LongRun.IsPossibleIn(utf8) ? TagLimits<byte>.Find(utf8) : null;
}

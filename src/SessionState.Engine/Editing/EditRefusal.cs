namespace SessionState.Engine.Editing;

/// <summary>Why an edit is refused, and what would work.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Message">One sentence.</param>
/// <param name="File">The file it is about; null for none.</param>
/// <param name="Line">Line in it, from 1; null where unknown.</param>
/// <param name="Remedy">What would work; null where nothing is known.</param>
public sealed record EditRefusal(RefusalKind Kind, string Message, string? File, int? Line, string? Remedy);

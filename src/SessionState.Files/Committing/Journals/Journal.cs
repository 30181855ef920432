using System.Collections.Immutable;

namespace SessionState.Files.Committing.Journals;

/// <summary>What a commit is about to do, or was doing when it was interrupted.</summary>
/// <param name="Id">Names it for a person.</param>
/// <param name="WrittenAt">When everything was prepared.</param>
/// <param name="Direction">Which way to go.</param>
/// <param name="Files">The files, all of them or none.</param>
internal sealed record Journal(string Id, DateTimeOffset WrittenAt, JournalDirection Direction, ImmutableArray<JournalEntry> Files);

using System.Collections.Immutable;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Reading;

/// <summary>What to explain.</summary>
/// <param name="Path">The node; "" is the server.</param>
/// <param name="Recurse">Whether everything below it is wanted too.</param>
/// <param name="Settings">Which settings.</param>
/// <param name="WithLadder">Whether every level is wanted, not only the one that decides.</param>
internal sealed record ExplainRequest(string Path, bool Recurse, ImmutableArray<Setting> Settings, bool WithLadder);

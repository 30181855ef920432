namespace SessionState.Engine.Features;

/// <summary>An entry that holds at a node, and the file it is from.</summary>
internal readonly record struct FeatureEntry(FeatureItem Item, string File);

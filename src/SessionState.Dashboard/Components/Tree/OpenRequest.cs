namespace SessionState.Dashboard.Components.Tree;

/// <summary>A node's details are asked for; <paramref name="Enters"/>: and the focus should go there.</summary>
public readonly record struct OpenRequest(string Path, bool Enters);

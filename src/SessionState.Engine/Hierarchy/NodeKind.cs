namespace SessionState.Engine.Hierarchy;

/// <summary>What a node of the hierarchy is.</summary>
public enum NodeKind
{
    Server,
    Site,
    Application,
    VirtualDirectory,
    Folder,
    File,
}

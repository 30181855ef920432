namespace SessionState.Engine.Hierarchy;

/// <summary>Which step of the hierarchy a file is.</summary>
public enum ConfigurationFileKind
{
    /// <summary>machine.config of a .NET Framework version.</summary>
    Machine,

    /// <summary>The .NET Framework's root web.config.</summary>
    RootWeb,

    /// <summary>applicationHost.config.</summary>
    ApplicationHost,

    /// <summary>The web.config of a site, application, virtual directory or folder.</summary>
    Web,
}

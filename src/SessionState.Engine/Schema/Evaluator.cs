namespace SessionState.Engine.Schema;

/// <summary>Who reads a section at run time, and so which files count for it.</summary>
public enum Evaluator
{
    /// <summary>IIS itself: applicationHost.config, then the web.config files.</summary>
    Native,

    /// <summary>ASP.NET: machine.config, root web.config, then the web.config files. It never reads applicationHost.config.</summary>
    Managed,
}

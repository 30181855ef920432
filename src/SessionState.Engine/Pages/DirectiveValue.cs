namespace SessionState.Engine.Pages;

/// <summary>The values of <c>EnableSessionState</c> in a page's directive. All are read without regard to case.</summary>
public enum DirectiveValue
{
    /// <summary><c>False</c>: the page runs without a session.</summary>
    Off,

    /// <summary><c>ReadOnly</c>: the page may read the session. ASP.NET only.</summary>
    ReadOnly,

    /// <summary><c>True</c>.</summary>
    On,

    /// <summary>Anything else: the page answers with an error.</summary>
    Invalid,
}

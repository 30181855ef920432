namespace SessionState.Engine.Pages;

/// <summary>The parts of a page that are not just sent to the browser.</summary>
internal enum PageRegion
{
    /// <summary>What is inside <c>&lt;%@ %&gt;</c>, after the sign.</summary>
    Directive,

    /// <summary>What is inside <c>&lt;% %&gt;</c>, or a file that is nothing but code.</summary>
    Code,

    /// <summary>What is inside <c>&lt;%= %&gt;</c> and its relatives: one expression.</summary>
    Expression,

    /// <summary>What is inside <c>&lt;script runat="server"&gt;</c>.</summary>
    Script,

    /// <summary>A tag that lives in the session without any code.</summary>
    SessionTag,
}

namespace SessionState.Engine.Pages;

/// <summary>The languages of pages, as far as their comments, strings and letter case differ.</summary>
internal enum CodeLanguage
{
    /// <summary>VBScript, Visual Basic.</summary>
    Basic,

    /// <summary>JScript.</summary>
    JScript,

    /// <summary>C#.</summary>
    CSharp,
}

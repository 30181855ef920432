namespace SessionState.Engine.Pages;

/// <summary>What a file that can use the Session object is, by its name.</summary>
public enum PageKind
{
    /// <summary>A classic ASP page: <c>.asp</c>.</summary>
    Asp,

    /// <summary>A part that classic ASP pages include: <c>.inc</c>.</summary>
    AspInclude,

    /// <summary>Events and objects of a classic ASP application: <c>global.asa</c>.</summary>
    AspGlobal,

    /// <summary>An ASP.NET page: <c>.aspx</c>.</summary>
    AspNetPage,

    /// <summary>A part of ASP.NET pages: <c>.ascx</c>, <c>.master</c>.</summary>
    AspNetPart,

    /// <summary>An ASP.NET handler: <c>.ashx</c>. One directive, and then nothing but code.</summary>
    AspNetHandler,

    /// <summary>The code of one of these in a file of its own: <c>.aspx.cs</c>, <c>.master.vb</c>.</summary>
    AspNetCode,

    /// <summary>Events of an ASP.NET application: <c>global.asax</c>.</summary>
    AspNetGlobal,
}

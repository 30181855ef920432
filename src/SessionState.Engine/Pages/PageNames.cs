namespace SessionState.Engine.Pages;

/// <summary>Tells pages by their names, without regard to case.</summary>
internal static class PageNames
{
    internal static PageKind? KindOf(ReadOnlySpan<char> name) => name switch
    {
        _ when Ends(name, ".asp") => PageKind.Asp,
        _ when Ends(name, ".inc") => PageKind.AspInclude,
        _ when Is(name, "global.asa") => PageKind.AspGlobal,
        _ when Ends(name, ".aspx") => PageKind.AspNetPage,
        _ when Ends(name, ".ascx") || Ends(name, ".master") => PageKind.AspNetPart,
        _ when Ends(name, ".ashx") => PageKind.AspNetHandler,
        _ when Is(name, "global.asax") => PageKind.AspNetGlobal,
        _ when Ends(name, ".cs") || Ends(name, ".vb") => IsCodeOfPage(name[..^3]) ? PageKind.AspNetCode : null,
        _ => null,
    };

    /// <summary>Only the global files are told when a session starts and ends.</summary>
    internal static bool HasEvents(ReadOnlySpan<char> name) => name.StartsWith("global.asa", StringComparison.OrdinalIgnoreCase);

    private static bool IsCodeOfPage(ReadOnlySpan<char> name) =>
        KindOf(name) is PageKind.AspNetPage or PageKind.AspNetPart or PageKind.AspNetHandler or PageKind.AspNetGlobal;

    private static bool Ends(ReadOnlySpan<char> name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}

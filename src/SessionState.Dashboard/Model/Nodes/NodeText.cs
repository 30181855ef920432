using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Nodes;

/// <summary>Nodes and places in words.</summary>
public static class NodeText
{
    public static string Kind(NodeKind kind) => kind switch
    {
        NodeKind.Server => "Server",
        NodeKind.Site => "Site",
        NodeKind.Application => "Application",
        NodeKind.VirtualDirectory => "Virtual directory",
        NodeKind.Folder => "Folder",
        _ => "File",
    };

    /// <summary>Name of the icon in icons.svg.</summary>
    public static string Icon(NodeKind kind) => kind switch
    {
        NodeKind.Server => "server",
        NodeKind.Site => "site",
        NodeKind.Application => "application",
        NodeKind.VirtualDirectory => "link",
        NodeKind.Folder => "folder",
        _ => "file",
    };

    public static string Path(string path) => path.Length == 0 ? "the server" : path;

    /// <summary>"applicationHost.config line 412".</summary>
    public static string Place(string? file, int? line) =>
        file is null ? "" : line is null ? FileName(file) : $"{FileName(file)} line {line}";

    /// <summary>The last part of a path as Windows or Linux writes it.</summary>
    public static string FileName(string file) => file[(file.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>Where a row's value comes from: "set here", "inherited from Contoso", "default".</summary>
    public static string Source(NodeRow row) => row.AspSource switch
    {
        _ when row.AspSession is null => "configuration error",
        ValueSource.SetHere => "set here",
        ValueSource.Inherited => $"inherited from {Above(row.AspSetAt)}",
        _ => "default",
    };

    /// <summary>Where a row's ASP.NET session mode comes from.</summary>
    public static string AspNetSource(NodeRow row) => row.AspNetSource switch
    {
        _ when row.AspNetMode is null => "ASP.NET cannot read its session configuration here",
        ValueSource.SetHere => "ASP.NET session mode, set here",
        ValueSource.Inherited => "ASP.NET session mode, inherited",
        _ => "ASP.NET session mode, default",
    };

    /// <summary>A row's detail as people write it: addresses instead of bindings.</summary>
    public static string? Detail(NodeRow row) => row.Kind == NodeKind.Site && row.Detail is not null ? BindingText.Addresses(row.Detail) : row.Detail;

    // The setter is on the way up from the node, so its last name says which one it is.
    private static string Above(string? path) => string.IsNullOrEmpty(path) ? "the server" : path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The same for one setting of the open node.</summary>
    public static string Source(SettingValue setting) => setting.Source switch
    {
        _ when setting.Value is null => "in error",
        ValueSource.SetHere => "set here",
        ValueSource.Inherited => $"inherited from {Path(setting.Origin?.ConfigurationPath ?? "")}",
        _ => "default",
    };
}

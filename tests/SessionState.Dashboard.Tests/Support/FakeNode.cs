using SessionState.Contracts;

namespace SessionState.Dashboard.Tests.Support;

internal sealed record FakeNode(string Path, NodeKind Kind, string? Detail)
{
    public bool? Own { get; set; }

    public bool Configured { get; init; } = true;

    public bool Locked { get; init; } = true;

    public string? Error { get; init; }

    public LastChange? LastChange { get; set; }

    public string Name => Path.Length == 0 ? "WEB01" : Path[(Path.LastIndexOf('/') + 1)..];

    public string Parent => Path.Contains('/') ? Path[..Path.LastIndexOf('/')] : "";

    public int Depth => Path.Length == 0 ? 0 : Path.Count(letter => letter == '/') + 1;
}

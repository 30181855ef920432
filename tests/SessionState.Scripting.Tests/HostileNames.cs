namespace SessionState.Scripting.Tests;

/// <summary>Names of sites that some language would take apart, were they not quoted right.</summary>
internal static class HostileNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Default Web Site",
        "Ada's shop",
        "A & B (old)",
        "50% off",
        "%PATH%",
        "Büro Übung ß",
        "東京 🦉",
        "[test] [0-9]",
        "$env:TEMP `n $(exit)",
        "‘quoted’ ‚too‛ “and” this",
        "a^b!c!d",
        "#comment; drop",
        "-dash",
        "machine",
        "one\"two",
        "tab\there",
        "{0} {{1}}",
        "'; Remove-Item *; '",
    ];
}

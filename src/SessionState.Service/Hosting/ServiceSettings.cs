namespace SessionState.Service.Hosting;

/// <summary>
/// Where settings come from, the later the stronger: appsettings.json beside the program, the environment
/// (<c>Service__Socket</c>), the command line (<c>--Service:Socket=…</c>, and short forms of the common ones).
/// </summary>
internal static class ServiceSettings
{
    private static readonly Dictionary<string, string> ShortForms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--socket"] = "Service:Socket",
        ["--data"] = "Service:DataDirectory",
        ["--demo"] = "Service:Demo",
        ["--parent-pipe"] = "Service:ParentPipe",
    };

    private static readonly string[] Flags = ["--demo", "--parent-pipe"];

    public static IConfigurationRoot Read(string[] args) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine([.. args.Select(ExpandFlag)], ShortForms)
        .Build();

    private static string ExpandFlag(string argument) =>
        Flags.Contains(argument, StringComparer.OrdinalIgnoreCase) ? argument + "=true" : argument;
}

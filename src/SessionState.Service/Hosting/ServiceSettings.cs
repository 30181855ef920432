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

    /// <summary>The settings; null, with the reason, where the file or the command line cannot be read.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="folder">Where appsettings.json may lie.</param>
    /// <param name="problem">What is wrong with which of the two.</param>
    public static IConfigurationRoot? TryRead(string[] args, string folder, out string problem)
    {
        var file = Path.Combine(folder, "appsettings.json");
        problem = "";
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(file, optional: true)
                .AddEnvironmentVariables()
                .AddCommandLine([.. args.Select(ExpandFlag)], ShortForms)
                .Build();
        }
        catch (InvalidDataException error)
        {
            problem = $"{file} is no JSON: {error.GetBaseException().Message}";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = $"{file} cannot be read: {error.Message}";
        }
        catch (FormatException error)
        {
            problem = $"Command line: {error.Message} Settings are written --Service:Name=value.";
        }

        return null;
    }

    private static string ExpandFlag(string argument) =>
        Flags.Contains(argument, StringComparer.OrdinalIgnoreCase) ? argument + "=true" : argument;
}

using SessionState.Contracts;
using SessionState.Dashboard.LocalService;

namespace SessionState.Dashboard.Hosting;

/// <summary>Everything that must be right before a host is worth building.</summary>
/// <param name="Builder">The host to build.</param>
/// <param name="Options">The settings.</param>
/// <param name="Folder">The data folder, held until the process ends.</param>
/// <param name="Service">Where the Service listens or, as our child, is going to.</param>
internal sealed record Preparation(WebApplicationBuilder Builder, DashboardOptions Options, DataFolder Folder, ServiceAddress Service)
{
    /// <summary>Null, with at least one problem, when the Dashboard cannot start.</summary>
    public static Preparation? Try(string[] args, out IReadOnlyList<string> problems)
    {
        try
        {
            // Static files and appsettings.json are found from any working directory.
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
            (var options, problems) = DashboardOptionsReader.Read(builder.Configuration);
            return options is null ? null : Open(builder, options, out problems);
        }
        catch (InvalidDataException error)
        {
            problems = [$"appsettings.json: {error.GetBaseException().Message}"];
        }
        catch (Exception error) when (error is FileNotFoundException or UnauthorizedAccessException)
        {
            // A link to nowhere, or a file of somebody else's.
            problems = [$"appsettings.json: {error.Message}"];
        }
        catch (FormatException error)
        {
            problems = [$"Command line: {error.Message} Settings are written --Name value, for example --Urls {DashboardOptionsReader.DefaultUrl}."];
        }

        return null;
    }

    private static Preparation? Open(WebApplicationBuilder builder, DashboardOptions options, out IReadOnlyList<string> problems)
    {
        var (folder, problem) = DataFolder.Open(options.DataDirectory);
        if (folder is null)
        {
            problems = [problem!];
            return null;
        }

        (var service, problem) = options.ServiceAddress is { } address ? (address, null) : ServiceSocket.Choose(folder);
        problems = problem is null ? [] : [problem];
        return service is null ? null : new Preparation(builder, options, folder, service);
    }
}

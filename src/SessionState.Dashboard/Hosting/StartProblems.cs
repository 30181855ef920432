using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace SessionState.Dashboard.Hosting;

/// <summary>Says on the console why the Dashboard does not start, in sentences instead of a stack trace.</summary>
internal static class StartProblems
{
    public static int Report(IEnumerable<string> problems)
    {
        Console.Error.WriteLine("The Dashboard cannot start:");
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"  {problem}");
        }

        return ExitCodes.CannotStart;
    }

    /// <summary>Null for an error that is a fault of ours.</summary>
    public static string? Explain(Exception error, DashboardOptions options)
    {
        var urls = string.Join(";", options.Urls);
        return error switch
        {
            IOException { InnerException: AddressInUseException } =>
                $"Urls: another program already listens at {urls}. Stop it, or choose another port, for example --Urls http://localhost:5081.",
            IOException { InnerException: SocketException or AggregateException } or SocketException =>
                $"Urls: this machine does not let the Dashboard listen at {urls} ({error.Message.TrimEnd('.')}). Choose an address of this machine and a port that this user may open.",
            InvalidOperationException when error.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase) =>
                $"Urls: {urls} needs a certificate. Name one in Kestrel:Certificates:Default:Path, or listen at an http address.",
            NpgsqlException or InvalidOperationException { InnerException: NpgsqlException } =>
                $"SignIn:PostgreSql: the database of the accounts cannot be used ({Reason(error)}). Start it, or correct the connection string; the role needs the right to make tables there.",
            _ => null,
        };
    }

    private static string Reason(Exception error) => (error as NpgsqlException ?? error.InnerException!).Message.TrimEnd('.');
}

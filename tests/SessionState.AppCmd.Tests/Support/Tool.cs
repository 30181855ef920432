using System.Text;
using SessionState.Contracts;

namespace SessionState.AppCmd.Tests.Support;

/// <summary>Runs the whole tool in this process.</summary>
internal static class Tool
{
    public const string DefaultSocket = "/home/ada/run/service.sock";

    public static ActingUser Ada { get; } = new("os", "1000", "ada");

    public static Task<Transcript> RunAsync(params string[] arguments) => RunAsync(new FakeConfigurationService(), arguments);

    public static async Task<Transcript> RunAsync(FakeConfigurationService service, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var exitCode = await AppCmdMain.RunAsync(arguments, Environment(service, output, error), TestContext.Current.CancellationToken);
        return new Transcript(exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>Runs the second command on what the first one prints.</summary>
    public static async Task<Transcript> PipeAsync(FakeConfigurationService service, string[] first, string[] second)
    {
        var listed = await RunAsync(service, first);
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var environment = Environment(service, output, error, () => new MemoryStream(Encoding.UTF8.GetBytes(listed.Output)));
        var exitCode = await AppCmdMain.RunAsync(second, environment, TestContext.Current.CancellationToken);
        return new Transcript(exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    public static AppCmdEnvironment Environment(
        FakeConfigurationService service, Stream output, Stream error, Func<Stream>? input = null) => new()
    {
        Input = input ?? (() => Stream.Null),
        Output = output,
        Error = error,
        Variable = service.Variables.GetValueOrDefault,
        User = Ada,
        DefaultAddress = () => new ServiceAddress(ServiceTransport.UnixSocket, DefaultSocket),
        Connect = address =>
        {
            service.Address = address;
            return service;
        },
    };
}

using System.Diagnostics;
using SessionState.Faults.Hosting;

namespace SessionState.Faults.Running;

/// <summary>Programs of the machine, for mounting and the like.</summary>
internal static class Machine
{
    public static bool IsRoot => OperatingSystem.IsLinux() && Native.EffectiveUser() == 0;

    public static void Run(string program, params string[] arguments)
    {
        var problem = TryRun(program, arguments);
        if (problem is not null)
        {
            throw new FaultException($"{program} {string.Join(' ', arguments)}: {problem}");
        }
    }

    /// <returns>Null where it worked; else what it said.</returns>
    public static string? TryRun(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : error.Trim();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return exception.Message;
        }
    }
}

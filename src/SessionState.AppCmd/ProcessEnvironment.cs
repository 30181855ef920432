using System.Globalization;
using System.Security.Principal;
using System.Text;
using SessionState.Contracts;

namespace SessionState.AppCmd;

/// <summary>This process: its streams, variables and user.</summary>
internal static class ProcessEnvironment
{
    public static AppCmdEnvironment Create()
    {
        if (OperatingSystem.IsWindows())
        {
            // A Windows console shows bytes in its code page; we write UTF-8.
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        return new AppCmdEnvironment
        {
            Input = () => Open(Console.OpenStandardInput),
            Output = Open(StandardOutput.Open),
            Error = Open(Console.OpenStandardError),
            Variable = Environment.GetEnvironmentVariable,
            User = CurrentUser(),
            DefaultAddress = DefaultService.Find,
            Connect = address => new ConfigurationServiceClient(ServiceConnection.Create(address, "appcmd"), CurrentUser()),
        };
    }

    // A stream that was closed before the start cannot be opened; the command runs all the same.
    private static Stream Open(Func<Stream> open)
    {
        try
        {
            return open();
        }
        catch (IOException)
        {
            return Stream.Null;
        }
    }

    private static ActingUser CurrentUser()
    {
        if (OperatingSystem.IsWindows())
        {
            using var identity = WindowsIdentity.GetCurrent();
            return new ActingUser("os", identity.User!.Value, identity.Name);
        }

        var id = OperatingSystem.IsLinux() ? UnixFileStatus.CurrentUserId.ToString(CultureInfo.InvariantCulture) : Environment.UserName;
        return new ActingUser("os", id, Environment.UserName.Length == 0 ? id : Environment.UserName);
    }
}

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace SessionState.Tests.Shared;

/// <summary>
/// Builds the generator once for its source, and generates a server once for a set of options, into the temporary folder. Test programs
/// that run at the same time wait for each other and share the result; so does the next run.
/// </summary>
internal static class ServerGenerator
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, GeneratedServer> Servers = [];

    /// <summary>The server for these options (such as "--size", "medium"), or null where the generator's source is not available.</summary>
    public static GeneratedServer? Generate(params string[] options)
    {
        if (SharedInputs.GeneratorSource is not { } source || !Directory.Exists(source))
        {
            return null;
        }

        lock (Gate)
        {
            var key = string.Join(' ', options);
            if (!Servers.TryGetValue(key, out var server))
            {
                server = Generate(Build(source), key, options);
                Servers.Add(key, server);
            }

            return server;
        }
    }

    private static string Build(string source)
    {
        var files = Directory.GetFiles(source).Order(StringComparer.Ordinal).ToArray();
        var home = Path.Combine(Path.GetTempPath(), "session-state-tests", Hash(string.Concat(files.Select(File.ReadAllText))));
        OnceFor(Path.Combine(home, "bin"), folder =>
        {
            // Built from a copy, so that the shared folder may be read-only; the two empty files keep foreign build rules out.
            var copy = Directory.CreateDirectory(Path.Combine(home, "source")).FullName;
            foreach (var file in files)
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
            }

            File.WriteAllText(Path.Combine(copy, "Directory.Build.props"), "<Project />");
            File.WriteAllText(Path.Combine(copy, "Directory.Packages.props"), "<Project />");
            Run(copy, "build", "-c", "Release", "-o", folder, "-nodeReuse:false", "-p:UseSharedCompilation=false");
        });
        return home;
    }

    private static GeneratedServer Generate(string home, string key, string[] options)
    {
        var folder = Path.Combine(home, "server-" + Hash(key));
        OnceFor(folder, _ => Run(home, ["exec", Path.Combine(home, "bin", "iisgen.dll"), "--out", folder, .. options]));
        return new(folder);
    }

    // A marker is written last: a folder without one was left by a run that was stopped half-way, and is made anew.
    private static void OnceFor(string folder, Action<string> make)
    {
        var marker = folder + ".complete";
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        using var exclusive = WaitForLock(folder + ".lock");
        if (File.Exists(marker) && Directory.Exists(folder))
        {
            return;
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        make(folder);
        File.WriteAllText(marker, "");
    }

    private static FileStream WaitForLock(string file)
    {
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(100))
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < TimeSpan.FromMinutes(5))
            {
                // Another test program is making the same thing.
            }
        }
    }

    private static void Run(string workingDirectory, params string[] arguments)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}\n{error.Result}");
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}

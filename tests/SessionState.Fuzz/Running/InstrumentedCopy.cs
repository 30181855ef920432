using System.Diagnostics;

namespace SessionState.Fuzz.Running;

/// <summary>
/// A copy of this program in which SharpFuzz has made the product's assemblies report each branch they take. It needs no native tools.
/// </summary>
internal static class InstrumentedCopy
{
    private static readonly string[] Assemblies = ["SessionState.Engine.dll", "SessionState.Files.dll"];

    public static int Run(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("session-state-fuzz-");
        try
        {
            Copy(new(AppContext.BaseDirectory), folder.FullName);
            foreach (var assembly in Assemblies)
            {
                var types = SharpFuzz.Fuzzer.Instrument(Path.Combine(folder.FullName, assembly), _ => true, SharpFuzz.Options.Value);
                Console.WriteLine($"{assembly}: {types.Count()} types report their branches");
            }

            var program = Path.Combine(folder.FullName, Path.GetFileName(typeof(InstrumentedCopy).Assembly.Location));
            using var process = Process.Start("dotnet", ["exec", program, .. args]);
            process.WaitForExit();
            return process.ExitCode;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}

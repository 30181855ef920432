namespace SessionState.Service.Hosting;

/// <summary>Explains on standard error why the Service did not start, and gives the exit code.</summary>
internal static class StartFailure
{
    /// <summary>Exit code 2: the settings, every one that is wrong.</summary>
    public static int BadSettings(IReadOnlyList<string> problems)
    {
        Console.Error.WriteLine("The Service does not start, because its settings are wrong:");
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"- {problem}");
        }

        return 2;
    }

    /// <summary>Exit code 1: the machine.</summary>
    public static int CannotStart(string problem)
    {
        Console.Error.WriteLine($"The Service does not start: {problem}");
        return 1;
    }
}

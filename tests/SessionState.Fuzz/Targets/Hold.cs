namespace SessionState.Fuzz.Targets;

internal static class Hold
{
    public static void That(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Does not hold: {what}.");
        }
    }
}

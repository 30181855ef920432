namespace SessionState.AppCmd;

internal static class Program
{
    private static int Main() => 87;
}

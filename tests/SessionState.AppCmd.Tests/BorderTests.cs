namespace SessionState.AppCmd.Tests;

public sealed class BorderTests
{
    [Fact]
    public void AppCmd_References_OnlyItsThreeRoomsTheFrameworkAndSqlite()
    {
        var names = typeof(AppCmdMain).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.Equal(
            ["Microsoft.Data.Sqlite", "SessionState.Contracts", "SessionState.Engine", "SessionState.Files"],
            names.Where(name => !IsOfTheFramework(name)).Order(StringComparer.Ordinal));
    }

    private static bool IsOfTheFramework(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
}

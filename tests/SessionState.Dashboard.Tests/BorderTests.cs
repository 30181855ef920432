using SessionState.Dashboard.Components;

namespace SessionState.Dashboard.Tests;

public sealed class BorderTests
{
    [Fact]
    public void Dashboard_KnowsTheContractsAndNothingBehindThem()
    {
        var ours = typeof(App).Assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("SessionState.", StringComparison.Ordinal));

        Assert.Equal(["SessionState.Contracts"], ours);
    }
}

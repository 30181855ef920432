using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Tests;

/// <summary>
/// The engine is pure: nothing but the base class library below it. That it reads no file, clock or environment is held by BannedSymbols.txt,
/// which makes the build fail.
/// </summary>
public sealed class PurityTests
{
    [Fact]
    public void ReferencedAssemblies_AreTheBaseClassLibraryOnly()
    {
        var referenced = typeof(ConfigurationNode).Assembly.GetReferencedAssemblies();

        Assert.NotEmpty(referenced);
        Assert.All(referenced, assembly => Assert.StartsWith("System.", assembly.Name, StringComparison.Ordinal));
        Assert.DoesNotContain(referenced, assembly => assembly.Name is "System.Console" or "System.Net.Http" or "System.IO.FileSystem.Watcher");
    }
}

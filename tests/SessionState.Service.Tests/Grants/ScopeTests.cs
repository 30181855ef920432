using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

/// <summary>Places are compared by segment, without regard to case (bad input P12).</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("Site1", "Site1")]
    [InlineData("Site1", "SITE1")]
    [InlineData("Site1", "site1/")]
    [InlineData("Site1", "site1/app/folder")]
    [InlineData("Site1/app", "Site1/APP/x")]
    [InlineData("", "Site1")]
    [InlineData("", "")]
    public void Holds_ThePlaceAndWhatIsBelow_IsTrue(string scope, string path) => Assert.True(new Scope(scope).Holds(path));

    [Theory]
    [InlineData("Site1", "Site10")]
    [InlineData("Site1", "Site")]
    [InlineData("Site1", "")]
    [InlineData("Site1", "Site1%00")]
    [InlineData("Site1", "Site1\0")]
    [InlineData("Site1", "Site1 ")]
    [InlineData("Site1", "Site1\\app")]
    [InlineData("Site1", "/Site1")]
    [InlineData("Site1", "Site2/Site1")]
    [InlineData("Site1/app", "Site1")]
    [InlineData("Site1/app", "Site1/app2")]
    [InlineData("Site1/app", "Site1/ap")]
    [InlineData("Straße", "STRASSE")]
    public void Holds_AnotherPlace_IsFalse(string scope, string path) => Assert.False(new Scope(scope).Holds(path));

    [Fact]
    public void View_OverlappingScopes_KeepsTheWidest()
    {
        var view = View.Of([new("Site2/app"), new("site1"), new("Site1/app"), new("SITE1")]);

        Assert.Equal(["site1", "Site2/app"], view.Scopes.Select(scope => scope.Path));
        Assert.True(view.Holds("Site1/app/x"));
        Assert.False(view.Holds("Site2"));
        Assert.True(view.LeadsThrough("Site2"));
        Assert.True(view.LeadsThrough(""));
        Assert.False(view.LeadsThrough("Site1"));
        Assert.False(view.LeadsThrough("Site"));
        Assert.False(view.LeadsThrough("Site3"));
    }

    [Fact]
    public void View_WithTheServer_IsEverything()
    {
        var view = View.Of([new("Site1"), Scope.Server]);

        Assert.True(view.IsEverything);
        Assert.True(view.Holds(""));
        Assert.False(view.LeadsThrough(""));
    }
}

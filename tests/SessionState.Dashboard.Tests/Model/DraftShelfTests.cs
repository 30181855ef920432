using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.Model;

public sealed class DraftShelfTests
{
    private static readonly ActingUser Ann = new("local", "ann", "Ann");
    private static readonly ActingUser OtherAnn = new("https://idp.example", "ann", "Ann");

    private readonly TestClock _time = new();

    [Fact]
    public void TakeBack_GivesItOnceToWhoeverKeptIt()
    {
        var shelf = new DraftShelf(_time);
        shelf.Keep(Ann, "change Contoso", "text");

        Assert.Null(shelf.TakeBack<string>(OtherAnn, "change Contoso"));
        Assert.Null(shelf.TakeBack<string>(Ann, "change Fabrikam"));
        Assert.Equal("text", shelf.TakeBack<string>(Ann with { SignedInAt = _time.GetUtcNow() }, "change Contoso"));
        Assert.Null(shelf.TakeBack<string>(Ann, "change Contoso"));
    }

    [Fact]
    public void TakeBack_TooLate_GivesNothing()
    {
        var shelf = new DraftShelf(_time);
        shelf.Keep(Ann, "change Contoso", "text");

        _time.Now += DraftShelf.Kept;

        Assert.Null(shelf.TakeBack<string>(Ann, "change Contoso"));
    }
}

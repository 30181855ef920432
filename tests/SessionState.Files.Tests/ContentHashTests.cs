namespace SessionState.Files.Tests;

public sealed class ContentHashTests
{
    [Fact]
    public void Of_Bytes_IsSha256() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentHash.Of("abc"u8).ToString());

    [Fact]
    public void Sum_OfFiles_ForgetsTheirOrderAndWhatWasTakenAway()
    {
        var one = ContentHash.OfFile("/one", ContentHash.Of("1"u8));
        var two = ContentHash.OfFile("/two", ContentHash.Of("2"u8));

        Assert.Equal(one.Plus(two).ToRevision(), two.Plus(one).ToRevision());
        Assert.Equal(one, one.Plus(two).Minus(two));
    }

    [Fact]
    public void OfFile_OtherPathOtherContentOrUnreadable_Differs()
    {
        var content = ContentHash.Of("1"u8);
        ContentHash[] hashes =
        [
            ContentHash.OfFile("/one", content), ContentHash.OfFile("/two", content), ContentHash.OfFile("/one", ContentHash.Of("2"u8)),
            ContentHash.OfFile("/one", null),
        ];

        Assert.Equal(4, hashes.Distinct().Count());
    }
}

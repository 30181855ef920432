using SessionState.Engine.Tests.Editing;

namespace SessionState.Engine.Tests.Vectors;

/// <summary>
/// Vectors 84, 85, 90 and 91: what an edit is before and after it is written. 80 to 83, 86, 87 and 88 stand with the planner's and editor's
/// tests; 89, a file that another process holds, with those of the files.
/// </summary>
public sealed class WriteVectors
{
    [Fact]
    public void Vectors84And85_TagForASite_CountsFromTheCommitOnAndIsTheSitesOwn()
    {
        var server = TestServer.Shop("Deny", "", ("/shop/web.config", "<configuration/>"));

        var plan = server.Set("Shop");

        Assert.Equal("true", server.Value("Shop").Value);
        var value = server.Apply(plan).Value("Shop");
        Assert.Equal(("false", "Shop", TestServer.ApplicationHost, "Shop"), (value.Value, value.SetFor, value.Origin!.File, value.Origin.LocationPath));
    }

    [Theory]
    [InlineData("[enc:AesProvider::enc]")]
    [InlineData("[enc:IISWASOnlyAesProvider:57686f20:enc]")]
    [InlineData("[enc:Foo")]
    [InlineData("[enc::enc]")]
    public void Vectors90And91_EncryptedOrMalformedMarker_StaysByteForByte(string marker)
    {
        var config = TestServer.ApplicationHostConfig().Replace("[enc:AesProvider::enc]", marker, StringComparison.Ordinal);
        var server = TestServer.Create(config);

        foreach (var after in new[]
        {
            server.Set("Shop").Files[0].After,
            server.Lock("Shop/pics", Engine.Locking.OverrideMode.Allow).Files[0].After,
            server.Lock("", Engine.Locking.OverrideMode.Allow).Files[0].After,
        })
        {
            Assert.Contains($"password=\"{marker}\"", after, StringComparison.Ordinal);
        }
    }
}

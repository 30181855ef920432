using SessionState.Contracts;

namespace SessionState.Service.Tests.Client;

public sealed class ServiceAddressTests
{
    [Theory]
    [InlineData("unix:/run/sessionstate/api.sock", ServiceTransport.UnixSocket, "/run/sessionstate/api.sock")]
    [InlineData("UNIX:/a b/ü.sock", ServiceTransport.UnixSocket, "/a b/ü.sock")]
    [InlineData("/run/api.sock", ServiceTransport.UnixSocket, "/run/api.sock")]
    [InlineData("pipe:SessionState.v1", ServiceTransport.NamedPipe, "SessionState.v1")]
    public void TryParse_Address_IsRead(string text, ServiceTransport transport, string location)
    {
        Assert.True(ServiceAddress.TryParse(text, out var address, out _));
        Assert.Equal(new(transport, location), address);
        Assert.True(ServiceAddress.TryParse(address.ToString(), out var again, out _));
        Assert.Equal(address, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("api.sock")]
    [InlineData("unix:api.sock")]
    [InlineData("unix:")]
    [InlineData("pipe:")]
    [InlineData(@"pipe:\\.\pipe\x")]
    [InlineData("http://localhost:5000")]
    [InlineData("unix:/12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public void TryParse_SomethingElse_SaysWhatIsAllowed(string? text)
    {
        Assert.False(ServiceAddress.TryParse(text, out _, out var error));
        Assert.EndsWith(".", error, StringComparison.Ordinal);
    }
}

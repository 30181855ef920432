using SessionState.Service.Diffs;

namespace SessionState.Service.Tests.Diffs;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("""<a password="x" b="y" />""", """<a password="•••" b="y" />""")]
    [InlineData("""<a Password = 'x"y' />""", """<a Password = '•••' />""")]
    [InlineData("""<a sqlConnectionString="Server=a" />""", """<a sqlConnectionString="•••" />""")]
    [InlineData("""<a sessionKey="[enc:P:abc=:enc]" />""", """<a sessionKey="•••" />""")]
    [InlineData("""<a code="[enc:AesProvider:abc=:enc]" />""", """<a code="•••]" />""")]
    [InlineData("""<add key="ApiKey" value="x" />""", """<add key="ApiKey" value="•••" />""")]
    [InlineData("""<a clientSecret="x" accessToken='y' defaultValue="z" />""", """<a clientSecret="•••" accessToken='•••' defaultValue="•••" />""")]
    [InlineData("""<setting name="Key"><value>x</value></setting>""", """<setting name="Key"><value>•••</value></setting>""")]
    [InlineData("""<values><add name="x" /></values>""", """<values><add name="x" /></values>""")]
    [InlineData("""<CipherValue>abc</CipherValue>""", """<CipherValue>•••</CipherValue>""")]
    [InlineData("""<machineKey decryptionKey="A" validationKey="B" validation="SHA1" />""", """<machineKey decryptionKey="•••" validationKey="•••" validation="SHA1" />""")]
    [InlineData("""<a password="cut off""", """<a password="•••""")]
    [InlineData("""<a userName="bob" passwordFormat="x" />""", """<a userName="bob" passwordFormat="x" />""")]
    [InlineData("""<session allowSessionState="true" />""", """<session allowSessionState="true" />""")]
    public void Apply_Line_HidesSecretsOnly(string line, string expected) => Assert.Equal(expected, SecretMask.Apply(line));
}

namespace SessionState.AppCmd.Tests.Support;

/// <summary>
/// A small server's files: a site with two applications and a virtual directory, one of them turned off by a location tag.
/// </summary>
internal static class SampleServer
{
    public const string ApplicationHost =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <configuration>
            <configSections>
                <sectionGroup name="system.applicationHost">
                    <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
                </sectionGroup>
                <sectionGroup name="system.webServer">
                    <section name="asp" overrideModeDefault="Deny" />
                </sectionGroup>
            </configSections>
            <system.applicationHost>
                <sites>
                    <site name="Contoso" id="7">
                        <application path="/" applicationPool="ContosoPool">
                            <virtualDirectory path="/" physicalPath="%SystemDrive%\inetpub\contoso" />
                            <virtualDirectory path="/pics" physicalPath="C:\inetpub\pics" />
                        </application>
                        <application path="/shop" applicationPool="ShopPool">
                            <virtualDirectory path="/" physicalPath="C:\inetpub\shop" />
                        </application>
                        <bindings>
                            <binding protocol="http" bindingInformation="*:80:www.contoso.com" />
                            <binding protocol="https" bindingInformation="*:443:" />
                        </bindings>
                    </site>
                    <site name="Übung &amp; Co" id="8">
                        <application path="/">
                            <virtualDirectory path="/" physicalPath="C:\inetpub\übung" />
                        </application>
                        <bindings>
                            <binding protocol="http" bindingInformation="*:8080:" />
                        </bindings>
                    </site>
                    <applicationDefaults applicationPool="DefaultAppPool" />
                </sites>
            </system.applicationHost>
            <system.webServer>
                <asp>
                    <session timeout="00:30:00" />
                </asp>
            </system.webServer>
            <location path="contoso/shop">
                <system.webServer>
                    <asp>
                        <session allowSessionState="FALSE" />
                    </asp>
                </system.webServer>
            </location>
        </configuration>
        """;

    public static OfflineServer Create()
    {
        var server = new OfflineServer(ApplicationHost);
        server.Write("contoso/default.asp", "");
        server.Write("pics/logo.txt", "");
        server.Write("shop/cart/cart.asp", "");
        server.Write("übung/default.asp", "");
        return server;
    }
}

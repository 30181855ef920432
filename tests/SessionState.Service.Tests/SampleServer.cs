namespace SessionState.Service.Tests;

/// <summary>
/// A small server: site Contoso with application shop, whose sessions a location tag turns off, and site Fabrikam, which may use the
/// asp section in its own files.
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
              <site name="Contoso" id="1">
                <application path="/" applicationPool="ContosoPool">
                  <virtualDirectory path="/" physicalPath="C:\inetpub\contoso" />
                </application>
                <application path="/shop" applicationPool="ShopPool">
                  <virtualDirectory path="/" physicalPath="C:\inetpub\shop" />
                </application>
                <bindings>
                  <binding protocol="http" bindingInformation="*:80:contoso.example" />
                </bindings>
              </site>
              <site name="Fabrikam" id="2">
                <application path="/">
                  <virtualDirectory path="/" physicalPath="C:\inetpub\fabrikam" />
                </application>
              </site>
            </sites>
          </system.applicationHost>
          <location path="Contoso/shop">
            <system.webServer>
              <asp>
                <session allowSessionState="false" />
              </asp>
            </system.webServer>
          </location>
          <location path="Fabrikam" overrideMode="Allow">
            <system.webServer>
              <asp />
            </system.webServer>
          </location>
        </configuration>

        """;

    public const string FabrikamWebConfig =
        """
        <configuration>
          <!-- Theirs. -->
          <system.webServer>
            <asp>
              <session allowSessionState="true" timeout="00:10:00" />
            </asp>
          </system.webServer>
        </configuration>

        """;

    public static void Write(TemporaryFolder folder)
    {
        foreach (var name in new[] { "config", "inetpub/contoso/images", "inetpub/shop", "inetpub/fabrikam" })
        {
            Directory.CreateDirectory(folder[name]);
        }

        File.WriteAllText(folder["config/applicationHost.config"], ApplicationHost);
        File.WriteAllText(folder["inetpub/fabrikam/web.config"], FabrikamWebConfig);
    }
}

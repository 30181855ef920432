namespace SessionState.Service.Tests.Security;

/// <summary>A server whose files hold secrets of every kind, close to what is read and changed. Each of them has the same mark in it.</summary>
internal static class SecretServer
{
    public const string Mark = "Tr3asure";

    public static void Write(TemporaryFolder folder)
    {
        File.WriteAllText(folder["config/applicationHost.config"], SampleServer.ApplicationHost
            .Replace(
                "    <sites>",
                $"""
                    <applicationPools>
                      <add name="ShopPool"><processModel identityType="SpecificUser" userName="CORP\shop" password="{Mark}-pool" /></add>
                      <add name="ContosoPool"><processModel identityType="SpecificUser" userName="CORP\c" password="[enc:IISWASOnlyAesProvider:{Mark}:enc]" /></add>
                    </applicationPools>
                    <sites>
                """,
                StringComparison.Ordinal)
            .Replace(
                "physicalPath=\"C:\\inetpub\\shop\"", $"physicalPath=\"C:\\inetpub\\shop\" userName=\"CORP\\v\" password=\"{Mark}-vdir\"", StringComparison.Ordinal)
            .Replace(
                "        <session allowSessionState=\"false\" />",
                $"        <x password=\"{Mark}-near\" /><session allowSessionState=\"false\" />",
                StringComparison.Ordinal));
        File.WriteAllText(folder["inetpub/shop/web.config"], WebConfig);
        File.WriteAllText(folder["inetpub/contoso/web.config"], WebConfig.Replace("<sessionState ", "<sessionState cookieless=\"UseUri\" ", StringComparison.Ordinal));

        // Broken in the middle of a secret.
        File.WriteAllText(
            folder["inetpub/fabrikam/web.config"],
            $"<configuration>\n  <connectionStrings><add name=\"a\" connectionString=\"password={Mark}-broken<\" /></connectionStrings>\n  <x {Mark}=\n");
    }

    private static string WebConfig { get; } =
        $"""
        <configuration>
          <connectionStrings>
            <add name="shop" connectionString="data source=db;user id=sa;password={Mark}-connection" />
          </connectionStrings>
          <appSettings><add key="ApiKey" value="{Mark}-app" /></appSettings>
          <system.web>
            <machineKey validationKey="{Mark}-validation" decryptionKey="{Mark}-decryption" />
            <sessionState mode="SQLServer" timeout="15" sqlConnectionString="data source=db;password={Mark}-sql" stateConnectionString="tcpip={Mark}-state:42424" />
            <identity impersonate="true" userName="CORP\i" password="{Mark}-identity" />
            <pages configProtectionProvider="DataProtectionConfigurationProvider">
              <EncryptedData><CipherData><CipherValue>{Mark}-cipher</CipherValue></CipherData></EncryptedData>
            </pages>
          </system.web>
        </configuration>

        """;
}

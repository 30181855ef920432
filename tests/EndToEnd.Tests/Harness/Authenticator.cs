using Microsoft.Playwright;

namespace EndToEnd.Tests.Harness;

/// <summary>A security key that the browser plays, through its debugging protocol.</summary>
internal static class Authenticator
{
    /// <param name="page">The page that may use it.</param>
    /// <param name="verifiesUser">Whether it asks its owner for a finger or a PIN, and gets it.</param>
    public static async Task PlugInAsync(this IPage page, bool verifiesUser = true)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = verifiesUser,
                ["isUserVerified"] = verifiesUser,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}

using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace SessionState.Service.Audit.Keys;

/// <summary>A key that Windows keeps and never hands out: it is made in the machine's key store and signs there.</summary>
[SupportedOSPlatform("windows")]
internal static class AuditCngKey
{
    /// <param name="name">The key's name in the store.</param>
    /// <param name="mayCreate">Make it where it is missing: nothing was signed yet.</param>
    /// <param name="problem">Why there is no key.</param>
    public static AuditKey? TryLoad(string name, bool mayCreate, out string problem)
    {
        problem = "";
        try
        {
            if (CngKey.Exists(name, CngProvider.MicrosoftSoftwareKeyStorageProvider, CngKeyOpenOptions.MachineKey))
            {
                return new(new ECDsaCng(CngKey.Open(name, CngProvider.MicrosoftSoftwareKeyStorageProvider, CngKeyOpenOptions.MachineKey)));
            }

            if (mayCreate)
            {
                return new(new ECDsaCng(CngKey.Create(CngAlgorithm.ECDsaP256, name, new()
                {
                    Provider = CngProvider.MicrosoftSoftwareKeyStorageProvider,
                    KeyCreationOptions = CngKeyCreationOptions.MachineKey,
                    ExportPolicy = CngExportPolicies.None,
                })));
            }

            problem = $"The audit's signing key {name} is not in the machine's key store.";
        }
        catch (CryptographicException error)
        {
            problem = $"The audit's signing key {name} cannot be used: {error.Message}";
        }

        return null;
    }
}

using System.IO.Pipes;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace SessionState.Service.Transport;

/// <summary>
/// Who may open the Service's named pipe: this process's own user, and the users named in Service:AllowedSids, from this machine only.
/// Compiled, not run on Windows yet.
/// </summary>
[SupportedOSPlatform("windows")]
internal static class PipeRights
{
    public static PipeSecurity Of(IEnumerable<string> allowedSids)
    {
        using var self = WindowsIdentity.GetCurrent();
        var rights = new PipeSecurity();
        rights.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        rights.AddAccessRule(new(new SecurityIdentifier(WellKnownSidType.NetworkSid, null), PipeAccessRights.FullControl, AccessControlType.Deny));
        rights.AddAccessRule(new(self.User!, PipeAccessRights.FullControl, AccessControlType.Allow));
        foreach (var sid in allowedSids)
        {
            // Not CreateNewInstance: whoever may only call cannot pose as the Service.
            rights.AddAccessRule(new(new SecurityIdentifier(sid), PipeAccessRights.ReadWrite | PipeAccessRights.Synchronize, AccessControlType.Allow));
        }

        return rights;
    }
}

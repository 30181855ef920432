using System.IO.Pipes;
using System.Runtime.Versioning;
using System.Security.Principal;

namespace SessionState.Contracts;

/// <summary>
/// Refuses to talk to a pipe that another user opened under the Service's name. Compiled, not run on Windows yet.
/// </summary>
[SupportedOSPlatform("windows")]
internal static class PipeOwnerCheck
{
    public static void Demand(NamedPipeClientStream pipe, string name, string? serviceSid)
    {
        using var self = WindowsIdentity.GetCurrent();
        var owner = pipe.GetAccessControl().GetOwner(typeof(SecurityIdentifier)) as SecurityIdentifier;
        if (owner is null || !(owner == self.User || owner.Value == serviceSid || IsTheMachines(owner)))
        {
            throw new UntrustedServiceException(
                $"The pipe {name} belongs to {owner?.Value ?? "nobody known"}, so it is not the Service's. Nothing was sent to it.");
        }
    }

    private static bool IsTheMachines(SecurityIdentifier owner) =>
        owner.IsWellKnown(WellKnownSidType.LocalSystemSid) || owner.IsWellKnown(WellKnownSidType.BuiltinAdministratorsSid);
}

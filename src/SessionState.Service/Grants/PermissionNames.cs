using System.Collections.Frozen;
using System.Text.Json;
using SessionState.Contracts;

namespace SessionState.Service.Grants;

/// <summary>Permissions by the words the contract has for them: "tree.read".</summary>
internal static class PermissionNames
{
    private static readonly FrozenDictionary<Permission, string> Names = Enum.GetValues<Permission>()
        .ToFrozenDictionary(permission => permission, permission => JsonSerializer.SerializeToElement(permission, ContractJson.Options).GetString()!);

    private static readonly FrozenDictionary<string, Permission> Permissions = Names.ToFrozenDictionary(name => name.Value, name => name.Key);

    public static string Of(Permission permission) => Names[permission];

    /// <summary>Null where there is no such permission.</summary>
    public static Permission? Find(string name) => Permissions.TryGetValue(name, out var permission) ? permission : null;
}

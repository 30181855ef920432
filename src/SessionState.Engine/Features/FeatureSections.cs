namespace SessionState.Engine.Features;

/// <summary>The sections that say what a server can do, and which of their entries matter for sessions.</summary>
internal static class FeatureSections
{
    internal const string GlobalModules = "globalModules";
    internal const string Modules = "modules";
    internal const string Handlers = "handlers";
    internal const string IsapiRestriction = "isapiCgiRestriction";

    internal const string IsapiModule = "IsapiModule";
    internal const string SessionModule = "Session";

    internal static bool Matters(string section, FeatureItem item) => item.Action == FeatureAction.Clear || section switch
    {
        Handlers => item.Action == FeatureAction.Remove ? Contains(item.Name, "asp") : IsForAsp(item),
        IsapiRestriction => IsAspDll(item.Path),
        _ => Is(item.Name, IsapiModule) || IsSessionModule(item),
    };

    internal static bool IsForAsp(FeatureItem handler) => IsForEverything(handler) || Is(handler.Path, "*.asp");

    internal static bool IsForEverything(FeatureItem handler) => handler.Path == "*";

    internal static bool IsSessionModule(FeatureItem module) =>
        Is(module.Name, SessionModule) || module.Target.StartsWith("System.Web.SessionState.SessionStateModule", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the path of classic ASP's program, in any folder; false for aspnet_isapi.dll.</summary>
    internal static bool IsAspDll(string path) => Is(path[(path.LastIndexOfAny(['\\', '/', '%']) + 1)..].Trim('"'), "asp.dll");

    internal static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}

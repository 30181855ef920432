using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Features;

/// <summary>
/// What classic ASP needs: the ISAPI module, its program asp.dll as the handler of *.asp, and leave to run. Sources: "ISAPI and CGI
/// Restrictions", "Handlers" and "Global Modules" in Microsoft's IIS configuration reference.
/// </summary>
internal sealed class AspRequirements(FeatureChain chain, ConfigurationFile host)
{
    private const string InstalledName = "Classic ASP is installed";
    private const string MappedName = "Pages (*.asp) go to classic ASP";
    private const string AllowedName = "Classic ASP is allowed to run";
    private const string Install = "Install the Windows feature \"ASP\" (Web Server, Application Development), if pages here need it.";

    internal IEnumerable<Requirement> Read()
    {
        var installed = Installed();
        yield return installed;
        if (installed.State != RequirementState.Missing)
        {
            yield return Mapped();
            yield return Allowed();
        }
    }

    private Requirement Installed()
    {
        if (!chain.IsKnown || chain.OfServer(FeatureSections.GlobalModules) is not { } modules)
        {
            return Unknown(InstalledName, "The section globalModules, which lists what is installed, is not known from these files.");
        }

        if (Array.Find(modules.Items, item => FeatureSections.Is(item.Name, FeatureSections.IsapiModule)) is not { } isapi)
        {
            return new(InstalledName, RequirementState.Missing, "The server has no ISAPI module, which classic ASP runs in.", host.Path, modules.Line, Install);
        }

        return host.Features!.Any(HasAsp)
            ? new(InstalledName, RequirementState.Met, "The ISAPI module and asp.dll are there.", host.Path, isapi.Line, null)
            : chain.OfServer(FeatureSections.Handlers) is null || chain.OfServer(FeatureSections.IsapiRestriction) is null
            ? Unknown(InstalledName, "Whether the server has asp.dll is not known from these files.")
            : new(InstalledName, RequirementState.Missing, "Nothing on the server names asp.dll.", host.Path, modules.Line, Install);
    }

    private Requirement Mapped()
    {
        if (!chain.IsKnown || chain.OfServer(FeatureSections.Handlers) is not { } list)
        {
            return Unknown(MappedName, "The section handlers, which maps pages to programs, is not known from these files.");
        }

        var handlers = chain.Merge(FeatureSections.Handlers).Where(entry => TakesPages(entry.Item)).ToList();
        var first = handlers.FirstOrDefault();
        return first switch
        {
            { Item: null } => NotMapped(list),
            { Item: { } item } when FeatureSections.IsAspDll(item.Target) => chain.RemovesOthers && !item.Name.Contains("asp", StringComparison.OrdinalIgnoreCase)
                ? Unknown(MappedName, $"The handler {item.Name} may have been removed by a lower file.")
                : IsapiIsLoaded(first),
            { Item: { } item } when FeatureSections.IsForEverything(item) => handlers.Exists(entry => FeatureSections.IsAspDll(entry.Item.Target))
                ? Told(first, RequirementState.Unknown, $"The handler {item.Name} stands before classic ASP and may take every request, *.asp as well.", null)
                : NotMapped(list),
            { Item: var item } => Told(first, RequirementState.Missing, $"The handler {item.Name} takes *.asp, and it is not classic ASP.", "Remove that handler here, if pages need classic ASP."),
        };
    }

    private Requirement IsapiIsLoaded(FeatureEntry handler)
    {
        var isLoaded = chain.OfServer(FeatureSections.Modules) is null
            || chain.Merge(FeatureSections.Modules).Exists(entry => FeatureSections.Is(entry.Item.Name, FeatureSections.IsapiModule));
        var place = isLoaded ? null : chain.LastRemoval(FeatureSections.Modules);
        return isLoaded
            ? Told(handler, RequirementState.Met, $"The handler {handler.Item.Name} does that.", null)
            : new(MappedName, RequirementState.Missing, "They do, but the ISAPI module is not among the modules here.", place?.File ?? host.Path,
                place?.List.Line ?? chain.OfServer(FeatureSections.Modules)!.Line, "Add IsapiModule to the section modules.");
    }

    private Requirement NotMapped(FeatureList list)
    {
        var place = chain.LastRemoval(FeatureSections.Handlers);
        return new(MappedName, RequirementState.Missing, "No handler sends *.asp to asp.dll here, so these settings have no effect here.", place?.File ?? host.Path,
            place?.List.Line ?? list.Line, "Add the handler mapping ASPClassic for *.asp, if pages here need it.");
    }

    private Requirement Allowed()
    {
        if (host is not { IsReadable: true } || chain.OfServer(FeatureSections.IsapiRestriction) is not { } list)
        {
            return Unknown(AllowedName, "The section isapiCgiRestriction, which says what may run, is not known from these files.");
        }

        const string Remedy = "Allow asp.dll in IIS Manager, server, ISAPI and CGI Restrictions.";
        return Array.FindLast(list.Items, item => item.Action == FeatureAction.Add) switch
        {
            { IsAllowed: true } item => new(AllowedName, RequirementState.Met, "asp.dll is allowed.", host.Path, item.Line, null),
            { } item => new(AllowedName, RequirementState.Missing, "asp.dll is listed and not allowed.", host.Path, item.Line, Remedy),
            null when list.AllowsUnlisted => new(
                AllowedName, RequirementState.Met, "asp.dll is not listed, and what is not listed is allowed.", host.Path, list.Line, null),
            null => new(AllowedName, RequirementState.Missing, "asp.dll is not listed, and what is not listed may not run.", host.Path, list.Line, Remedy),
        };
    }

    private static bool HasAsp(FeatureList list) =>
        list.Items.Any(item => FeatureSections.IsAspDll(item.Target) || (list.Section == FeatureSections.IsapiRestriction && FeatureSections.IsAspDll(item.Path)));

    private static bool TakesPages(FeatureItem handler) =>
        handler.Verbs.Contains('*', StringComparison.Ordinal) || handler.Verbs.Contains("GET", StringComparison.OrdinalIgnoreCase);

    private static Requirement Told(FeatureEntry entry, RequirementState state, string sentence, string? remedy) =>
        new(MappedName, state, sentence, entry.File, entry.Item.Line, remedy);

    private static Requirement Unknown(string name, string sentence) => new(name, RequirementState.Unknown, sentence, null, null, null);
}

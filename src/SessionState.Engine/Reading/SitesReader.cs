using System.Globalization;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Reading;

/// <summary>Reads <c>system.applicationHost/sites</c> as written.</summary>
internal sealed class SitesReader(CheckedXmlReader reader)
{
    private readonly Dictionary<string, string> _shared = [];

    internal List<SiteFacts> Sites { get; } = [];

    internal SiteDefaults Defaults { get; } = new();

    internal void Read()
    {
        for (var sites = reader.Enter(); reader.NextChild(sites);)
        {
            if (reader.Name == "site")
            {
                ReadSite();
            }
            else
            {
                ReadDefaults(Defaults);
            }
        }
    }

    private void ReadSite()
    {
        var site = new SiteFacts { Line = reader.Line };
        Sites.Add(site);
        while (reader.NextAttribute())
        {
            switch (reader.Name)
            {
                case "name":
                    site.Name = reader.Value;
                    break;
                case "id":
                    site.Id = uint.TryParse(reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
                    break;
                case "serverAutoStart":
                    site.ServerAutoStart = Flag(reader.Value);
                    break;
            }
        }

        for (var inside = reader.Enter(); reader.NextChild(inside);)
        {
            switch (reader.Name)
            {
                case "application":
                    site.Applications.Add(ReadApplication());
                    break;
                case "bindings":
                    site.Bindings = ReadBindings();
                    break;
                default:
                    ReadDefaults(site.Defaults);
                    break;
            }
        }
    }

    private ApplicationFacts ReadApplication()
    {
        var application = new ApplicationFacts { Line = reader.Line };
        while (reader.NextAttribute())
        {
            switch (reader.Name)
            {
                case "path":
                    application.Path = Shared(reader.Value);
                    break;
                case "applicationPool":
                    application.ApplicationPool = Shared(reader.Value);
                    break;
            }
        }

        for (var inside = reader.Enter(); reader.NextChild(inside);)
        {
            if (reader.Name == "virtualDirectory")
            {
                application.VirtualDirectories.Add(ReadVirtualDirectory());
            }
            else
            {
                ReadDefaults(application.Defaults);
            }
        }

        return application;
    }

    private VirtualDirectoryFacts ReadVirtualDirectory()
    {
        var facts = new VirtualDirectoryFacts("", null, null, reader.Line);
        while (reader.NextAttribute())
        {
            facts = reader.Name switch
            {
                "path" => facts with { Path = Shared(reader.Value) },
                "physicalPath" => facts with { PhysicalPath = reader.Value },
                "allowSubDirConfig" => facts with { AllowSubDirConfig = Flag(reader.Value) },
                _ => facts,
            };
        }

        return facts;
    }

    private string ReadBindings()
    {
        var bindings = "";
        for (var inside = reader.Enter(); reader.NextChild(inside);)
        {
            var (protocol, information) = ("", "");
            while (reader.NextAttribute())
            {
                switch (reader.Name)
                {
                    case "protocol":
                        protocol = reader.Value;
                        break;
                    case "bindingInformation":
                        information = reader.Value;
                        break;
                }
            }

            bindings += $"{(bindings.Length == 0 ? "" : ",")}{protocol}/{information}";
        }

        return bindings;
    }

    private void ReadDefaults(SiteDefaults defaults)
    {
        while (reader.NextAttribute())
        {
            switch (reader.Name)
            {
                case "applicationPool":
                    defaults.ApplicationPool = reader.Value;
                    break;
                case "physicalPath":
                    defaults.PhysicalPath = reader.Value;
                    break;
                case "allowSubDirConfig":
                    defaults.AllowSubDirConfig = Flag(reader.Value);
                    break;
                case "serverAutoStart":
                    defaults.ServerAutoStart = Flag(reader.Value);
                    break;
            }
        }
    }

    // Many applications have the same path or pool; memory holds each once.
    private string Shared(string value) => _shared.TryAdd(value, value) ? value : _shared[value];

    private static bool? Flag(string value) => bool.TryParse(value, out var flag) ? flag : null;
}

using SessionState.Engine.Hierarchy;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Reading;

/// <summary>Reads <c>system.applicationHost/applicationPools</c>.</summary>
internal static class PoolsReader
{
    // Many pools run the same version; memory holds it once.
    private static readonly string[] Versions = ["", "v4.0", "v2.0"];

    internal static ApplicationPools Read(CheckedXmlReader reader)
    {
        var pools = new List<ApplicationPool>();
        ApplicationPool? defaults = null;
        for (var inside = reader.Enter(); reader.NextChild(inside);)
        {
            switch (reader.Name)
            {
                case "add":
                    pools.Add(ReadPool(reader));
                    break;
                case "applicationPoolDefaults":
                    defaults = ReadPool(reader);
                    break;
            }
        }

        return new ApplicationPools(pools, defaults);
    }

    private static ApplicationPool ReadPool(CheckedXmlReader reader)
    {
        var (name, line) = ("", reader.Line);
        string? version = null;
        bool? isClassic = null, is32Bit = null;
        while (reader.NextAttribute())
        {
            switch (reader.Name)
            {
                case "name":
                    name = reader.Value;
                    break;
                case "managedRuntimeVersion":
                    version = reader.Value is var value && Array.Find(Versions, known => known == value) is { } shared ? shared : value;
                    break;
                case "managedPipelineMode":
                    isClassic = reader.Value.Equals("Classic", StringComparison.OrdinalIgnoreCase);
                    break;
                case "enable32BitAppOnWin64":
                    is32Bit = bool.TryParse(reader.Value, out var flag) ? flag : null;
                    break;
            }
        }

        return new ApplicationPool(name, version, isClassic, is32Bit, line);
    }
}

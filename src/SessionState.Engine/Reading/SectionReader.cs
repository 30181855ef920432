using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Reading;

/// <summary>Reads one section that holds settings, and checks it against its schema.</summary>
internal sealed class SectionReader(
    CheckedXmlReader reader, ConfigurationFileKind kind, string file, List<Diagnostic> diagnostics, SectionSources sources)
{
    private readonly List<AttributeInput> _attributes = [];
    private readonly List<ElementInput> _children = [];
    private Diagnostic? _problem;
    private string? _source;
    private bool _isIgnored;

    internal SectionInput Read(SectionSchema schema, LocationTag? location)
    {
        (_problem, _source) = (null, null);

        // What nobody reads at run time breaks nothing.
        _isIgnored = kind == ConfigurationFileKind.ApplicationHost && schema.IsManaged;
        _children.Clear();
        var root = ReadElement(schema, schema.Root, schema.ChildNames, location);
        for (var section = reader.Enter(); reader.NextChild(section);)
        {
            ReadChild(schema, location);
        }

        if (_source is not null && (root.Attributes.Length > 0 || _children.Count > 0))
        {
            Report(SourceProblems.NotAlone(schema, file, root.Line));
        }

        SectionInput? elsewhere = null;
        if (_source is not null && _problem is null)
        {
            elsewhere = sources.Read(schema, location, _source, file, root.Line, diagnostics, out var unread);
            Report(unread);
        }

        return elsewhere ?? new SectionInput
        {
            Schema = schema,
            Location = location,
            Root = root,
            Children = [.. _children],
            Problem = _problem,
        };
    }

    private void ReadChild(SectionSchema schema, LocationTag? location)
    {
        if (reader.Name == "EncryptedData")
        {
            Report(SectionProblems.Encrypted(schema, file, reader.Line));
            return;
        }

        if (schema.Child(reader.Name) is not { } child)
        {
            Report(schema.Root.IsOpen ? null : SectionProblems.UnknownElement(schema, reader.Name, file, reader.Line));
            return;
        }

        if (child.IsOpaque)
        {
            _children.Add(new ElementInput(child, reader.Line, [], null));
            return;
        }

        if (_children.Exists(known => known.Schema == child))
        {
            Report(SectionProblems.DuplicateElement(schema, child.Name, file, reader.Line));
        }

        _children.Add(ReadElement(schema, child, [], location));
        for (var element = reader.Enter(); reader.NextChild(element);)
        {
            Report(SectionProblems.UnknownElement(schema, reader.Name, file, reader.Line));
        }
    }

    private ElementInput ReadElement(SectionSchema schema, ElementSchema element, IReadOnlyCollection<string> children, LocationTag? location)
    {
        _attributes.Clear();
        var line = reader.Line;
        GranularLockReader? locks = null;
        while (reader.NextAttribute())
        {
            if (element.IndexOf(reader.Name) is >= 0 and var index)
            {
                _attributes.Add(ReadAttribute(element, index, line));
            }
            else if (reader.Name.StartsWith("lock", StringComparison.Ordinal)
                && (locks ??= new(element, children)).TryTake(reader.Name, reader.Value, out var error))
            {
                Report(error is null ? null : SectionProblems.InvalidLock(error, file, line));
            }
            else
            {
                Report(NotOfTheSchema(schema, element, location, line));
            }
        }

        return new ElementInput(element, line, _attributes.Count == 0 ? [] : [.. _attributes], locks?.Locks);
    }

    private AttributeInput ReadAttribute(ElementSchema element, int index, int line)
    {
        var name = element.Attributes[index];
        if (element.Setting(index) is not { } setting)
        {
            return new AttributeInput(name, null, "", "");
        }

        var raw = reader.Value;
        if (!setting.TryNormalize(raw, out var canonical, out var error))
        {
            // What is only shown is shown as it is; its schema is not known here to the last rule.
            if (!element.HoldsSettings)
            {
                return new AttributeInput(name, setting, raw, raw);
            }

            Report(SectionProblems.InvalidValue(setting, error, file, line));
        }

        return setting.IsSecret
            ? new AttributeInput(name, setting, Setting.Hidden, Setting.Hidden)
            : new AttributeInput(name, setting, raw == canonical ? canonical : raw, canonical);
    }

    private Diagnostic? NotOfTheSchema(SectionSchema schema, ElementSchema element, LocationTag? location, int line)
    {
        var name = reader.Name;
        if (name.StartsWith("xmlns", StringComparison.Ordinal))
        {
            return null;
        }

        var isRoot = element == schema.Root;
        switch (name)
        {
            // IIS reads configSource outside applicationHost.config's location tags only.
            case "configSource" when isRoot && (location is null || kind != ConfigurationFileKind.ApplicationHost):
                _source = reader.Value;
                return SourceProblems.Check(schema, reader.Value, file, line);
            case "childSource" when isRoot:
                return SourceProblems.NotRead(schema, name, file, line);
            case "configProtectionProvider" when isRoot:
                return SectionProblems.Encrypted(schema, file, line);
            case "configBuilders" when isRoot && schema.IsManaged:
                return null;
            default:
                return element.IsOpen && element.Misspelled(name) is null
                    ? null
                    : SectionProblems.UnknownAttribute(schema, element, name, file, line);
        }
    }

    private void Report(Diagnostic? problem)
    {
        if (problem is not null && !_isIgnored)
        {
            diagnostics.Add(problem);
            _problem ??= problem;
        }
    }
}

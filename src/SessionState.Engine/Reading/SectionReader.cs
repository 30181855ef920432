using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Reading;

/// <summary>Reads one section that holds settings, and checks it against its schema.</summary>
internal sealed class SectionReader(CheckedXmlReader reader, ConfigurationFileKind kind, string file, List<Diagnostic> diagnostics)
{
    private readonly List<AttributeInput> _attributes = [];
    private readonly List<ElementInput> _children = [];
    private Diagnostic? _problem;

    internal SectionInput Read(SectionSchema schema, LocationTag? location)
    {
        _problem = null;
        _children.Clear();
        var root = ReadElement(schema, schema.Root, schema.ChildNames, location);
        for (var section = reader.Enter(); reader.NextChild(section);)
        {
            ReadChild(schema, location);
        }

        return new SectionInput
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
        if (schema.Child(reader.Name) is not { } child)
        {
            Report(reader.Name == "EncryptedData"
                ? SectionProblems.Encrypted(schema, file, reader.Line)
                : SectionProblems.UnknownElement(schema, reader.Name, file, reader.Line));
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
            if (element.Find(reader.Name) is { } name)
            {
                _attributes.Add(ReadAttribute(schema, element, name, line));
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

    private AttributeInput ReadAttribute(SectionSchema schema, ElementSchema element, string name, int line)
    {
        if (!element.HoldsSettings || schema.Setting(element, name) is not { } setting)
        {
            return new AttributeInput(name, null, "", "");
        }

        var raw = reader.Value;
        if (!setting.TryNormalize(raw, out var canonical, out var error))
        {
            Report(SectionProblems.InvalidValue(setting, error, file, line));
        }

        return new AttributeInput(name, setting, raw == canonical ? canonical : raw, canonical);
    }

    private Diagnostic? NotOfTheSchema(SectionSchema schema, ElementSchema element, LocationTag? location, int line)
    {
        var name = reader.Name;
        if (name.StartsWith("xmlns", StringComparison.Ordinal))
        {
            return null;
        }

        return name switch
        {
            // IIS reads configSource outside applicationHost.config's location tags only.
            "configSource" when element == schema.Root && (location is null || kind != ConfigurationFileKind.ApplicationHost) =>
                SectionProblems.ElsewhereSource(schema, file, line),
            "configProtectionProvider" when element == schema.Root => SectionProblems.Encrypted(schema, file, line),
            _ => SectionProblems.UnknownAttribute(schema, element, name, file, line),
        };
    }

    private void Report(Diagnostic? problem)
    {
        if (problem is not null)
        {
            diagnostics.Add(problem);
            _problem ??= problem;
        }
    }
}

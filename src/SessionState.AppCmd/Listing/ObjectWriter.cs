using System.Collections.Immutable;
using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Listing;

/// <summary>The four forms in which appcmd prints a list.</summary>
internal static class ObjectWriter
{
    /// <summary><c>SITE "Default Web Site" (id:1,bindings:http/*:80:,state:Started)</c></summary>
    public static void WriteLine<T>(CommandOutput output, ListedKind<T> kind, T item)
    {
        var shown = kind.Columns.Where(column => column.InLine is not null).Select(column => $"{column.InLine}:{column.Read(item)}");
        output.Line($"{kind.ObjectName} \"{kind.Name(item)}\" ({string.Join(',', shown)})");
    }

    /// <summary><c>/text:*</c></summary>
    public static void WriteDetails<T>(CommandOutput output, ListedKind<T> kind, T item)
    {
        output.Line(kind.ObjectName);
        foreach (var column in kind.Columns)
        {
            output.Line($"  {column.Name}:\"{column.Read(item)}\"");
        }
    }

    /// <summary><c>/xml</c></summary>
    public static void WriteXml<T>(CommandOutput output, ListedKind<T> kind, ImmutableArray<T> items)
    {
        output.Line("""<?xml version="1.0" encoding="UTF-8"?>""");
        output.Line("<appcmd>");
        foreach (var item in items)
        {
            var attributes = kind.Columns.Select(column => $" {column.Name}=\"{XmlText.Attribute(column.Read(item))}\"");
            output.Line($"    <{kind.ObjectName}{string.Concat(attributes)} />");
        }

        output.Line("</appcmd>");
    }
}

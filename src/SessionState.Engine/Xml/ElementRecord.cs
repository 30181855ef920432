using System.Runtime.InteropServices;

namespace SessionState.Engine.Xml;

/// <summary>Where one element is in the text; elements are numbered in document order.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ElementRecord
{
    internal string Name;
    internal int Start;
    internal int StartTagEnd;
    internal int EndTagStart;
    internal int End;
    internal int Parent;
    internal int NextSibling;
    internal int FirstAttribute;
    internal int AttributeCount;
}

namespace SessionState.Engine.Xml;

/// <summary>Where one attribute is in the text.</summary>
internal readonly record struct AttributeRecord(string Name, int NameStart, int ValueStart, int ValueEnd);

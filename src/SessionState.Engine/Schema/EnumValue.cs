namespace SessionState.Engine.Schema;

/// <summary>
/// Names from a list. ASP.NET takes them exactly as spelled: no other letter case, no number, no blanks around (GenericEnumConverter of
/// System.Configuration, and the section classes' own comparisons).
/// </summary>
internal static class EnumValue
{
    internal static (string Canonical, string Error) Normalize(Setting setting, string raw)
    {
        foreach (var value in setting.Values)
        {
            if (value == raw)
            {
                return (value, "");
            }
        }

        foreach (var alias in setting.Aliases)
        {
            if (alias.Text == raw)
            {
                return (alias.Value, "");
            }
        }

        var known = $"Enum must be one of {string.Join(", ", setting.Values)}";
        var meant = setting.Values.FirstOrDefault(value => value.Equals(raw.Trim(), StringComparison.OrdinalIgnoreCase));
        return meant is null ? ("", known)
            : ("", $"{known}. ASP.NET accepts it only as \"{meant}\", exactly so, even where IIS's own tools accept other spellings");
    }
}

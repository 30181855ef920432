using System.Collections.Immutable;
using SessionState.AppCmd.Grammar;
using SessionState.AppCmd.Output;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Changing;

/// <summary>The settings and values that a command names.</summary>
/// <param name="Section">Full name of their section.</param>
/// <param name="Values">What to set, to what, in canonical spelling.</param>
internal sealed record RequestedValues(string Section, ImmutableArray<(Setting Setting, string Value)> Values)
{
    public static Outcome<RequestedValues> Read(CommandLine commandLine)
    {
        if (!RequestedSection.Read(commandLine).Succeeded(out var section, out var answer))
        {
            return answer;
        }

        var properties = commandLine.Properties.ToList();
        foreach (var property in properties)
        {
            if (PropertyNames.Find(section, property.Name) is null)
            {
                return Answers.UnknownAttribute(property.Name, OldPageCommand.ExplainAttribute(commandLine, property));
            }
        }

        if (properties.Count == 0)
        {
            return Answers.Error(ExitCode.Usage, "Must specify what to set, for example /session.allowSessionState:False.");
        }

        if (Twice(properties) is { } twice)
        {
            return Answers.Error(ExitCode.Usage, $"The property \"{twice}\" is given twice.");
        }

        return RequestedSection.RefuseIneffective(commandLine, section) is { } ineffective ? ineffective : Read(section, properties);
    }

    private static Outcome<RequestedValues> Read(string section, List<Parameter> properties)
    {
        var values = ImmutableArray.CreateBuilder<(Setting, string)>();
        foreach (var property in properties)
        {
            var setting = PropertyNames.Find(section, property.Name)!;
            if (!setting.IsEditable)
            {
                return PropertyNames.NotChangedHere(setting);
            }

            if (property.Value is not { } value || (value.Length == 0 && setting.Type != SettingType.Text))
            {
                return Answers.Error(ExitCode.Usage, $"Must specify a value for \"{property.Name}\" right after the colon.");
            }

            if (!setting.TryNormalize(value, out var canonical, out var reason))
            {
                return Answers.Error(
                    ExitCode.InvalidData, "8007000d", $"The '{setting.Attribute}' attribute is invalid.  {reason}.", explanation: null);
            }

            values.Add((setting, canonical));
        }

        return new RequestedValues(section, values.ToImmutable());
    }

    private static string? Twice(List<Parameter> properties) => properties
        .GroupBy(property => property.Name, StringComparer.OrdinalIgnoreCase)
        .FirstOrDefault(group => group.Skip(1).Any())?.Key;
}

using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Scripting;

/// <summary>Why a language cannot do a step: better said than written into a script that fails, or that succeeds and has no effect.</summary>
internal static class ScriptObstacles
{
    public static string? Find(ScriptLanguage language, ScriptStep step) =>
        OfAll(step) ?? OfText(language, step) ?? language switch
        {
            ScriptLanguage.AppCmd => OfAppCmd(step),
            ScriptLanguage.CSharp or ScriptLanguage.IisAdministration when step.IsRootWeb =>
                "ServerManager opens applicationHost.config and the web.config files of sites, not the root web.config of the .NET Framework.",
            ScriptLanguage.WmiVbScript or ScriptLanguage.WmiPowerShell => OfWmi(step),
            _ => null,
        };

    private static string? OfAll(ScriptStep step)
    {
        if (step.Verb == ScriptVerb.Repair)
        {
            return $"IIS's own tools refuse to open {step.Section} where it breaks a lock, so they cannot take it out either. "
                + "Make the change here, or edit the file: the diff does exactly that.";
        }

        if (step.IsApplicationHost && SectionSchemas.Find(step.Section) is { IsManaged: true } && step.Verb is ScriptVerb.Set)
        {
            return "ASP.NET never reads applicationHost.config: IIS's tools would write the value there, say that all went well, and nothing would change.";
        }

        if (step.Verb == ScriptVerb.Set && step.Setting is { } setting
            && !(setting.TryNormalize(step.Value ?? "", out var canonical, out _) && canonical == step.Value))
        {
            return $"'{step.Value}' is no value for {setting.Title}, and IIS's tools do not write what is none.";
        }

        return step.IsRootWeb && step.LocationPath is not null
            ? "IIS's tools name the nodes below applicationHost.config only, so none of them writes a location tag into the root web.config. Edit the file: the diff does exactly that."
            : null;
    }

    // No escape is known that both the command prompt and every program read the same way.
    private static string? OfText(ScriptLanguage language, ScriptStep step)
    {
        var texts = new[] { step.Path, step.LocationPath, step.CommitPath, step.Value };
        var isHostile = language == ScriptLanguage.AppCmd && texts.Any(text => text?.Contains('"', StringComparison.Ordinal) == true);
        return isHostile ? "A name or value with a quotation mark cannot be given to a program at the command prompt reliably."
            : language == ScriptLanguage.AppCmd && texts.Any(text => text?.Any(char.IsControl) == true)
                ? "A name or value with a control character cannot be typed at the command prompt."
            : null;
    }

    private static string? OfAppCmd(ScriptStep step) => step.Verb switch
    {
        ScriptVerb.Clear when !step.EmptiesSection =>
            $"appcmd takes out a section as a whole, and {step.Section} holds more there than this one value.",
        ScriptVerb.InheritLock => $"appcmd locks and unlocks; it has no command that takes {nameof(OverrideMode)} back to Inherit.",
        _ => null,
    };

    private static string? OfWmi(ScriptStep step) =>
        step.Setting is not { } setting ? null
        : !WmiNames.Knows(setting)
            ? $"The WMI provider has no property for {setting.Attribute}: it knows what IIS 7.0 knew."
        : ScriptValues.IsInfinite(setting, step.Value) ? "A WMI interval cannot say Infinite."
        : null;
}

using CsCheck;
using SessionState.Engine.Schema;
using SessionState.Engine.Scripting;

namespace SessionState.Scripting.Tests.PowerShell;

/// <summary>
/// PowerShell, read by PowerShell's own parser. The modules come with Windows only, so that nothing is run: what each cmdlet is given is
/// looked at.
/// </summary>
public sealed class PowerShellTests
{
    private static readonly HashSet<string> Known = ["ErrorActionPreference", "section", "element", "key", "true", "false"];

    private static readonly ScriptLanguage[] Languages =
        [ScriptLanguage.WebAdministration, ScriptLanguage.IisAdministration, ScriptLanguage.WmiPowerShell];

    public static TheoryData<ScriptLanguage, string> AllNames
    {
        get
        {
            var data = new TheoryData<ScriptLanguage, string>();
            data.AddRange(Languages.SelectMany(language => Possible.Names(language).Select(row => (language, row.Data))));
            return data;
        }
    }

    public static TheoryData<string> WebAdministrationNames => Possible.Names(ScriptLanguage.WebAdministration);

    public static TheoryData<string> IisAdministrationNames => Possible.Names(ScriptLanguage.IisAdministration);

    public static TheoryData<string> WmiNames => Possible.Names(ScriptLanguage.WmiPowerShell);

    [Theory]
    [MemberData(nameof(AllNames))]
    public void Script_Parsed_HoldsNothingButConstants(ScriptLanguage language, string name)
    {
        var script = new ParsedScript(Possible.Write(language, name).Text);

        Assert.Subset(Known, script.Variables.ToHashSet());
        Assert.False(script.IsLooselyQuoted);
    }

    [Theory]
    [MemberData(nameof(WebAdministrationNames))]
    public void WebAdministration_Parsed_NamesPlacesAndValues(string name)
    {
        var (steps, text) = Possible.Write(ScriptLanguage.WebAdministration, name);
        var script = new ParsedScript(text);
        var commands = script.Commands("Set-WebConfigurationProperty").Concat(script.Commands("Clear-WebConfiguration"))
            .Concat(script.Commands("Set-WebConfiguration")).ToList();

        Assert.Equal(steps.Count, commands.Count);
        foreach (var step in steps)
        {
            Assert.Contains(commands, arguments => arguments["PSPath"] == step.CommitPath
                && arguments.GetValueOrDefault("Location") == step.LocationPath
                && (step.Verb, arguments) switch
                {
                    (ScriptVerb.Set, _) => arguments["Filter"] == Element(step) && arguments.GetValueOrDefault("Name") == step.Setting!.Attribute
                        && arguments["Value"] == Written.AsObject(step),
                    (ScriptVerb.Clear, _) => arguments["Filter"] == $"{Element(step)}/@{step.Setting!.Attribute}",
                    _ => arguments["Filter"] == "/" + step.Section && arguments["Metadata"] == "overrideMode"
                        && arguments["Value"] == Written.OfNode(step, Written.AsObject).What,
                });
        }
    }

    [Theory]
    [MemberData(nameof(IisAdministrationNames))]
    public void IisAdministration_Parsed_NamesPlacesAndValues(string name)
    {
        var (steps, text) = Possible.Write(ScriptLanguage.IisAdministration, name);
        var script = new ParsedScript(text);

        Assert.Equal(
            steps.Select(step => (step.Section, step.LocationPath, CommitNode(step))),
            script.Commands("Get-IISConfigSection").Select(arguments =>
                (arguments["SectionPath"], arguments.GetValueOrDefault("Location"), arguments.GetValueOrDefault("CommitPath"))));
        Assert.Equal(
            steps.Where(step => step.Verb == ScriptVerb.Set).Select(step => (step.Setting!.Attribute, Written.AsObject(step))),
            script.Commands("Set-IISConfigAttributeValue").Select(arguments => (arguments["AttributeName"], arguments["AttributeValue"])));
        Assert.Equal(steps.Count > 1 || steps[0].Setting is null, script.CommandNames[^1] == "Stop-IISCommitDelay");
    }

    [Theory]
    [MemberData(nameof(WmiNames))]
    public void Wmi_Parsed_NamesPlacesAndValues(string name)
    {
        var (steps, text) = Possible.Write(ScriptLanguage.WmiPowerShell, name);
        var script = new ParsedScript(text);

        Assert.Equal(
            steps.Select(step => (step.CommitPath, step.LocationPath ?? "")),
            script.Commands("New-CimInstance").Select(arguments => (arguments["Property.Path"], arguments["Property.Location"])));
        Assert.Equal(
            steps.Count(step => step.Verb != ScriptVerb.Clear), script.Commands("Set-CimInstance").Count);
        Assert.Equal(
            steps.Where(step => step.Setting is null).Select(step => Written.OfNode(step, Written.AsObject).What),
            script.Assignments.Where(one => one.Left == "$element.OverrideMode").Select(one => one.Right));
    }

    [Fact]
    public void Scripts_AnyName_ReachThatName() => Gen.String[1, 20].Sample(
        name =>
        {
            var step = Steps.Set(name, Settings.AllowSessionState, "false");
            var script = new ParsedScript(ScriptGenerator.Write(ScriptLanguage.WebAdministration, [step]).Text!);
            Assert.Equal(name, Assert.Single(script.Commands("Set-WebConfigurationProperty"))["Location"]);
        },
        iter: 500);

    [Fact]
    public void File_AnyScript_SaysThatItIsUtf8() => Assert.All(Languages, language =>
        Assert.StartsWith("\uFEFF", ScriptGenerator.Write(language, [Steps.Set("Büro", Settings.AllowSessionState, "false")]).FileText, StringComparison.Ordinal));

    private static string Element(ScriptStep step) =>
        step.Setting!.Element.Length == 0 ? step.Section : $"{step.Section}/{step.Setting.Element}";

    private static string? CommitNode(ScriptStep step) =>
        step.CommitPath == Steps.ApplicationHost ? null : step.CommitPath[(Steps.ApplicationHost.Length + 1)..];
}

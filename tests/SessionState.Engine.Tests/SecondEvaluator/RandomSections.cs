using CsCheck;

namespace SessionState.Engine.Tests.SecondEvaluator;

/// <summary>Sections as files hold them: with values in any letter case, now and then wrong, with and without locks.</summary>
internal static class RandomSections
{
    private static readonly Gen<string> Flag = Gen.Frequency((8, Gen.OneOf("true", "false", "True", "FALSE")), (1, Gen.Const("maybe")));

    private static readonly Gen<string> SessionMode = Gen.Frequency((8, Gen.OneOf("Off", "InProc", "StateServer")), (1, Gen.Const("off")));

    public static Gen<string> Asp { get; } = Gen.Frequency(
        (1, Gen.OneOf("<asp />", "<asp lockItem=\"true\" />", "<asp lockElements=\"session\" />", "<asp><session /></asp>")),
        (1, Flag.Select(flag => $"<asp><session allowSessionState=\"{flag}\" lockAttributes=\"allowSessionState\" /></asp>")),
        (1, Flag.Select(flag => $"<asp lockElements=\"limits,session\"><session allowSessionState=\"{flag}\" /></asp>")),
        (6, Flag.Select(flag => $"<asp><session allowSessionState=\"{flag}\" /></asp>")))
        .Select(section => $"<system.webServer>{section}</system.webServer>");

    public static Gen<string> SessionState { get; } = Gen.Frequency(
        (1, Gen.OneOf("<sessionState />", "<sessionState lockItem=\"true\" />", "<sessionState lockAttributes=\"mode,timeout\" />")),
        (9, SessionMode.Select(mode => $"<sessionState mode=\"{mode}\" />")))
        .Select(section => $"<system.web>{section}</system.web>");
}

using SessionState.Contracts;
using SessionState.Dashboard.Model.Nodes;

namespace SessionState.Dashboard.Model.Compare;

/// <summary>One setting at two nodes.</summary>
public sealed record ComparedSetting(SettingValue A, SettingValue B)
{
    /// <summary>By effective value: from where it comes makes no difference.</summary>
    public bool Differs => A.Value != B.Value;

    public string ValueOfA => ValueText.Display(A.Type, A.Value);

    public string ValueOfB => ValueText.Display(B.Type, B.Value);

    /// <summary>Whether there is a value to give to the second node.</summary>
    public bool CanCopy => Differs && B.Editable && A.Value is not null;
}

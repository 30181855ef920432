using SessionState.Dashboard.SignIn.Accounts;

namespace SessionState.Dashboard.Tests.SignIn;

/// <summary>ASVS 6.2.4.</summary>
public sealed class CommonPasswordsTests
{
    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("P@ssw0rdP@ssw0rd!")]
    [InlineData("123456789012345")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("Summer2026Summer2026")]
    [InlineData("iloveyouprincess1987")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("xkxkxkxkxkxkxkxkxk")]
    [InlineData("correct horse battery staple")]
    [InlineData("Session State Dashboard 1")]
    [InlineData("zyxwvutsrqponml")]
    [InlineData("ann.kowalski.1234567")]
    [InlineData("AnnKowalskiAnnKowalski")]
    public void Password_MadeOfWhatIsTriedFirst_IsCommon(string password) =>
        Assert.True(CommonPasswords.Contains(password, "ann.kowalski", "Ann Kowalski"));

    [Theory]
    [InlineData("walnut ladder quiet tuba")]
    [InlineData("purple monkey dishwasher lamp")]
    [InlineData("kX7-pw2mzv9QhL1c")]
    [InlineData("Der Zug hält nicht in Bebra")]
    [InlineData("481939520667142")]
    [InlineData("gießkanne tangente filz")]
    public void Password_OfWordsThatDoNotBelongTogether_IsNot(string password) =>
        Assert.False(CommonPasswords.Contains(password, "ann.kowalski", "Ann Kowalski"));
}

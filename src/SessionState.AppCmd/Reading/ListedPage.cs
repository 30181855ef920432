namespace SessionState.AppCmd.Reading;

/// <summary>A page as <c>list page</c> shows it.</summary>
/// <param name="Name">"Contoso/shop/cart.asp".</param>
/// <param name="File">Where it is, as whoever read it sees it.</param>
/// <param name="Runtime">"ASP" or "ASP.NET".</param>
/// <param name="EnableSessionState">The directive's value as written; "" for none.</param>
/// <param name="DirectiveLine">Its line; null for none.</param>
/// <param name="SessionLine">Line of the first use of Session; null for none.</param>
/// <param name="Uses">How many uses there are.</param>
internal sealed record ListedPage(
    string Name, string File, string Runtime, string EnableSessionState, int? DirectiveLine, int? SessionLine, int Uses);

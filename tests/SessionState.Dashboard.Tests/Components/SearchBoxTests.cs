using Bunit;
using SessionState.Dashboard.Components.Tree;

namespace SessionState.Dashboard.Tests.Components;

public sealed class SearchBoxTests : DashboardContext
{
    private readonly List<string> _values = [];

    [Fact]
    public async Task Typing_FasterThanThePageAnswers_IsNotUndone()
    {
        var box = Create("");
        var field = box.Find("input").GetAttribute("value");
        await box.Find("input").InputAsync(new() { Value = "ch" });
        await box.Find("input").InputAsync(new() { Value = "che " });

        box.Render(parameters => parameters.Add(b => b.Value, "ch"));
        box.Render(parameters => parameters.Add(b => b.Value, "che"));

        Assert.Equal(["ch", "che"], _values);
        Assert.Equal(field, box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task Escape_ClearsAndSaysSo()
    {
        var box = Create("shop");

        await box.Find("input").KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "Escape" });

        Assert.Equal([""], _values);
        Assert.Equal("", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task Value_ChangedByThePage_TakesOver()
    {
        var box = Create("");
        await box.Find("input").InputAsync(new() { Value = "ch" });
        box.Render(parameters => parameters.Add(b => b.Value, "ch"));

        box.Render(parameters => parameters.Add(b => b.Value, "other"));

        Assert.Equal("other", box.Find("input").GetAttribute("value"));
    }

    private IRenderedComponent<SearchBox> Create(string value) =>
        Render<SearchBox>(parameters => parameters.Add(box => box.Value, value).Add(box => box.ValueChanged, _values.Add));
}

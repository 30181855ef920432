using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using SessionState.Service.Security;
using SessionState.Tests.Shared;

namespace SessionState.Service.Tests.Security;

public sealed class RequestBodyTests
{
    private readonly ManualTime _time = new();
    private readonly Pipe _sender = new();
    private string? _understood;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invoke_BodyInPieces_IsHandedOnWhole()
    {
        var context = Post();
        var request = new RequestBody(ReadAsync, _time).InvokeAsync(context);

        await SendAsync("Con");
        _time.Advance(RequestBody.Patience / 2);
        await SendAsync("toso");
        await _sender.Writer.CompleteAsync();
        await request;

        Assert.Equal("Contoso", _understood);
    }

    [Fact]
    public async Task Invoke_SenderDawdles_IsRefusedAndNothingIsDone()
    {
        var context = Post();
        var request = new RequestBody(ReadAsync, _time).InvokeAsync(context);
        await SendAsync("Con");

        _time.Advance(RequestBody.Patience);
        await request;

        Assert.Equal(StatusCodes.Status408RequestTimeout, context.Response.StatusCode);
        Assert.Equal("close", context.Response.Headers.Connection);
        Assert.Null(_understood);
    }

    private DefaultHttpContext Post()
    {
        var context = Requests.Taking(RequestTime.Long);
        context.Request.Method = HttpMethods.Post;
        context.Request.Body = _sender.Reader.AsStream();
        return context;
    }

    private async Task SendAsync(string text) => await _sender.Writer.WriteAsync(Encoding.ASCII.GetBytes(text), Cancel);

    private async Task ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _understood = await reader.ReadToEndAsync(Cancel);
    }
}

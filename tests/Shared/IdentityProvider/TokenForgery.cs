using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SessionState.Tests.Shared.IdentityProvider;

/// <summary>How an identity token is changed after OpenIddict made it.</summary>
/// <param name="Change">Changes its claims.</param>
/// <param name="Signature">Who signs it then.</param>
internal sealed record TokenForgery(Action<JsonObject> Change, ForgedSignature Signature = ForgedSignature.Own)
{
    public static async Task ReplaceAsync(HttpContext context, RequestDelegate next, TokenForgery forgery, RsaSecurityKey key)
    {
        var body = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        await next(context);
        context.Response.Body = body;
        var answer = JsonNode.Parse(buffer.ToArray())!.AsObject();
        if (answer["id_token"] is { } token)
        {
            answer["id_token"] = forgery.Forge(token.GetValue<string>(), key);
        }

        context.Response.ContentLength = null;
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private string Forge(string token, RsaSecurityKey key)
    {
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[1]))!.AsObject();
        return Sign(claims, key);
    }

    /// <summary>The changed claims as a token.</summary>
    public string Sign(JsonObject claims, RsaSecurityKey key)
    {
        Change(claims);
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        if (Signature == ForgedSignature.None)
        {
            return handler.CreateToken(claims.ToJsonString());
        }

        using var other = RSA.Create(2048);
        var signer = Signature == ForgedSignature.Own ? key : new RsaSecurityKey(other.ExportParameters(true))
        {
            KeyId = Signature == ForgedSignature.OtherKeyUnderTheSameName ? key.KeyId : "another-key",
        };
        return handler.CreateToken(claims.ToJsonString(), new SigningCredentials(signer, SecurityAlgorithms.RsaSha256));
    }
}

using System.Text;
using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

/// <summary>A policy with anything wrong in it is no policy (bad input U02).</summary>
public sealed class PolicyReaderTests
{
    private const string Good =
        """
        {
          "version": 1,
          "roles": [
            { "name": "HelpDesk", "permissions": ["tree.read", "session.set"], "needsTicket": true }
          ],
          "grants": [
            {
              "id": "0199f0f0-0000-7000-8000-000000000001",
              "subject": { "kind": "person", "issuer": "local", "id": "hedda" },
              "role": "HelpDesk",
              "path": "Contoso/shop",
              "givenBy": "Ada",
              "givenAt": "2026-11-22T16:00:00Z"
            }
          ]
        }
        """;

    [Fact]
    public void Read_GoodPolicy_IsWhatItSays()
    {
        var policy = Read(Good, out var problems);

        Assert.Empty(problems);
        var grant = Assert.Single(policy!.Grants);
        Assert.Equal(new Subject(SubjectKind.Person, "local", "hedda"), grant.Subject);
        Assert.Equal("Contoso/shop", grant.Scope.Path);
        Assert.Equal([Permission.TreeRead, Permission.SessionSet], grant.Role.Permissions);
        Assert.True(grant.Role.NeedsTicket);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSamePolicy()
    {
        var policy = Policies.Of(
            Policies.Grant(StandardRoles.HelpDesk, "Bäckerei Müller", setting: "x", until: Policies.Now.AddDays(1)) with { SubjectName = "H", Reason = "r" },
            Policies.Grant(StandardRoles.Administrator) with { Subject = new(SubjectKind.Group, "https://idp", "ops") });

        var read = PolicyReader.Read(PolicyWriter.Write(policy), out var problems)!;

        Assert.Empty(problems);
        Assert.Equal(policy.Grants.Select(grant => grant with { Role = null! }), read.Grants.Select(grant => grant with { Role = null! }));
        Assert.Equal(policy.Grants.Select(grant => grant.Role.Name), read.Grants.Select(grant => grant.Role.Name));
        Assert.Equal(PolicyWriter.Write(policy), PolicyWriter.Write(read));
    }

    [Theory]
    [InlineData("\"session.set\"", "\"session.write\"", "'session.write', which is no permission")]
    [InlineData("\"session.set\"", "\"sessionSet\"", "'sessionSet', which is no permission")]
    [InlineData("\"version\": 1", "\"version\": 2", "version 2, and this Service knows version 1 only")]
    [InlineData("\"version\": 1,", "", "version (none)")]
    [InlineData("\"role\": \"HelpDesk\"", "\"role\": \"helpdesk\"", "the role 'helpdesk', which is not among the roles")]
    [InlineData("Contoso/shop", "Contoso//shop", "'Contoso//shop', which is no path")]
    [InlineData("Contoso/shop", "/Contoso", "which is no path")]
    [InlineData("Contoso/shop", "Contoso/", "which is no path")]
    [InlineData("\"hedda\"", "\"\"", "is for nobody")]
    [InlineData("\"needsTicket\"", "\"isAdmin\"", "isAdmin")]
    [InlineData("\"givenBy\": \"Ada\",", "", "givenBy")]
    [InlineData("\"role\": \"HelpDesk\",", "\"role\": \"HelpDesk\", \"role\": \"HelpDesk\",", "role")]
    [InlineData("\"kind\": \"person\"", "\"kind\": 0", "kind")]
    public void Read_SomethingWrong_IsNamed(string part, string with, string says)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);

        var policy = Read(Good.Replace(part, with, StringComparison.Ordinal), out var problems);

        Assert.Null(policy);
        Assert.Contains(problems, problem => problem.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_DuplicateRole_IsNamed()
    {
        var policy = Read(Good.Replace("\"roles\": [", "\"roles\": [{ \"name\": \"HelpDesk\", \"permissions\": [] },", StringComparison.Ordinal), out var problems);

        Assert.Null(policy);
        Assert.Equal(["There are several roles 'HelpDesk'."], problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"version\":1")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"version\":1,\"roles\":null,\"grants\":[]}")]
    public void Read_NoPolicyAtAll_IsRefused(string text)
    {
        Assert.Null(Read(text, out var problems));
        Assert.NotEmpty(problems);
    }

    private static Policy? Read(string text, out IReadOnlyList<string> problems) => PolicyReader.Read(Encoding.UTF8.GetBytes(text), out problems);
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.Security;

/// <summary>
/// A page that lost its connection is taken up again by nobody but the person it was opened by. The framework asks only for the page's
/// secret id, and tells the page's parts of the new person when they are connected already.
/// </summary>
internal sealed class CircuitOwners(TimeProvider time) : IHubFilter
{
    // By the id's hash, as long as a session may last.
    private readonly ConcurrentDictionary<string, (string Issuer, string Subject, DateTimeOffset Since)> _owners = new();

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocation.HubMethodName is not ("StartCircuit" or "ConnectCircuit" or "ResumeCircuit"))
        {
            return await next(invocation);
        }

        var person = invocation.Context.User?.ToActingUser();
        var isNew = invocation.HubMethodName == "StartCircuit";
        if (person is null || (!isNew && !IsOwner(invocation.HubMethodArguments[0] as string, person)))
        {
            invocation.Context.Abort();
            return invocation.HubMethodName == "ConnectCircuit" ? false : null;
        }

        var result = await next(invocation);
        if (result is string id)
        {
            Remember(id, person);
        }

        return result;
    }

    private bool IsOwner(string? id, ActingUser person) =>
        id is not null && _owners.TryGetValue(SessionBook.KeyOf(id), out var owner) && (owner.Issuer, owner.Subject) == (person.Issuer, person.Subject);

    private void Remember(string id, ActingUser person)
    {
        var now = time.GetUtcNow();
        foreach (var old in _owners.Where(entry => now - entry.Value.Since > SessionBook.LongestLife))
        {
            _owners.TryRemove(old);
        }

        _owners[SessionBook.KeyOf(id)] = (person.Issuer, person.Subject, now);
    }
}

using System.Globalization;
using SessionState.Contracts;

namespace SessionState.Service.Changes;

/// <summary>The targets of a request, as far as they make sense whatever the configuration says.</summary>
internal static class RequestedTargets
{
    /// <summary>What each target wants.</summary>
    public static ServiceResult<IReadOnlyList<ChangeWish>> Read(ChangeRequest request)
    {
        if (request.Targets.Count is 0 or > ChangeRequest.MaxTargets)
        {
            return Problems.Invalid(
                "targets",
                string.Create(
                    CultureInfo.InvariantCulture, $"A change has 1 to {ChangeRequest.MaxTargets} targets, and this one has {request.Targets.Count}."));
        }

        var wishes = new List<ChangeWish>();
        var known = new HashSet<(string, string)>();
        foreach (var target in request.Targets)
        {
            if (!ChangeWishes.Read(target).Succeeded(out var wish, out var senseless))
            {
                return AtTarget(request, wishes.Count, senseless);
            }

            if (!known.Add((target.Path.TrimEnd('/').ToUpperInvariant(), wish.Name)))
            {
                return AtTarget(request, wishes.Count, Problems.Invalid("targets", $"{wish.Name} is named twice for '{target.Path}'."));
            }

            wishes.Add(wish);
        }

        return wishes;
    }

    /// <summary>The problem of one of several targets, which must be said.</summary>
    public static Problem AtTarget(ChangeRequest request, int index, Problem problem) => request.Targets.Count == 1 ? problem : problem with
    {
        Detail = string.Create(
            CultureInfo.InvariantCulture,
            $"Target {index + 1} of {request.Targets.Count} ({ChangeSummary.PlaceOf(request.Targets[index])}): {problem.Detail} Nothing was changed at any of them."),
    };
}

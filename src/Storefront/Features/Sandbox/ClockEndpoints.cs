using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Houses;
using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Features.Sandbox;

/// <summary>The clock for programs: <c>GET /sandbox/clock</c> with <c>Accept: application/json</c>, and <c>POST</c> with JSON.</summary>
internal static class ClockEndpoints
{
    public static void MapSandboxClock(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sandbox/clock/now", (BusinessClock clock) => TypedResults.Ok(new ClockAnswer(clock.GetCurrentInstant())));
        endpoints.MapPost("/sandbox/clock", MoveAsync).Accepts<ClockMove>("application/json").DisableAntiforgery().WithOrder(-1);
    }

    private static async Task<IResult> MoveAsync(ClockMove move, SandboxClock sandbox, BusinessClock clock, Handbook handbook, CancellationToken cancellationToken)
    {
        if (ClockTarget.Find(move.Advance, move.Set, clock.GetCurrentInstant(), handbook.Zone) is not { } target)
        {
            return TypedResults.BadRequest(new ClockFault("Give \"advance\", an ISO 8601 duration such as P1M or PT1H, or \"set\", an instant such as 2026-12-01T12:00:00Z; at most ten years ahead."));
        }

        var moved = await sandbox.MoveToAsync(target, cancellationToken);
        return moved.IsRefused
            ? TypedResults.Conflict(new ClockFault($"The clock moves forward only; it shows {InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant())}."))
            : TypedResults.Ok(new ClockAnswer(moved.Value));
    }

    /// <summary>What is asked.</summary>
    internal sealed record ClockMove(string? Advance, string? Set);

    internal sealed record ClockFault(string Error);

    /// <summary>What the clock shows.</summary>
    internal sealed record ClockAnswer([property: JsonIgnore] Instant Instant)
    {
        public string Now => InstantPattern.ExtendedIso.Format(Instant);
    }
}

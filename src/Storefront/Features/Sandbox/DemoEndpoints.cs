using NodaTime.Text;
using Storefront.Store;
using Storefront.Store.Seeding;

namespace Storefront.Features.Sandbox;

/// <summary>The demonstration for programs: <c>GET /sandbox/status</c>, and <c>POST /sandbox/reset</c>, which starts over.</summary>
internal static class DemoEndpoints
{
    public static void MapSandboxDemo(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sandbox/status", (DemoProgress progress, BusinessClock clock) => TypedResults.Ok(Answer(progress, clock)));
        endpoints.MapPost("/sandbox/reset", ResetAsync).DisableAntiforgery();
    }

    /// <summary>Answers when the new demonstration is ready.</summary>
    private static async Task<IResult> ResetAsync(
        HttpRequest request, DemoService demo, DemoProgress progress, BusinessClock clock, CancellationToken cancellationToken)
    {
        // It takes no token, so that a terminal can ask for it; a browser must not be led here by another site.
        if (request.Headers["Sec-Fetch-Site"] is [var site, ..] && site is not ("same-origin" or "none"))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        await demo.StartOverAsync(cancellationToken);
        return TypedResults.Ok(Answer(progress, clock));
    }

    private static DemoAnswer Answer(DemoProgress progress, BusinessClock clock) => new(
        progress.Stage switch
        {
            DemoStage.None => "none",
            DemoStage.Preparing => "preparing",
            DemoStage.Ready => "ready",
            DemoStage.Failed => "failed",
        },
        InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant()));

    /// <param name="Demo">How far the demonstration is: <c>none</c>, <c>preparing</c>, <c>ready</c> or <c>failed</c>.</param>
    /// <param name="Now">What the business clock shows.</param>
    internal sealed record DemoAnswer(string Demo, string Now);
}

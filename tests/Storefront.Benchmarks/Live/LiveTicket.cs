using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Storefront.Features.Accounts;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Benchmarks.Live;

/// <summary>A ticket on which something happens when the benchmark asks for it, by the ordinary action.</summary>
internal static class LiveTicket
{
    public const string ReplyPath = "/benchmark/reply";

    public static void MapLiveTicket(this IEndpointRouteBuilder routes) => routes.MapGet(ReplyPath, ReplyAsync);

    private static async Task<IResult> ReplyAsync(IDbContextFactory<StorefrontDb> contexts, ReplyToTicket reply, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ticket = await db.Set<Ticket>().AsNoTracking().OrderBy(ticket => ticket.Number).FirstAsync(cancellationToken);
        var user = await db.Set<User>().AsNoTracking().FirstAsync(cancellationToken);
        var viewer = new Viewer(user.Id, user.DisplayName, user.Email!, IsStaff: false, ticket.AccountId, MemberRole.Owner, Language: null, Token: null);
        var replied = await reply.HandleAsync(new ReplyToTicketInput(ticket.Id, "¿Hay novedades?", [], IdempotencyKey: null), viewer, cancellationToken);
        return replied.IsRefused ? TypedResults.Conflict(replied.Refusal!.Code) : TypedResults.Ok();
    }
}

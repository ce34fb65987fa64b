using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Benchmarks.Server;

/// <summary>What a dashboard shows of an account, by the same queries as the API's.</summary>
internal static class DashboardRoute
{
    public const string Path = "/graphql/by-hand/dashboard";

    public static void MapDashboardRoute(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, async (CurrentViewer current, IDbContextFactory<StorefrontDb> contexts, CancellationToken cancellationToken) =>
        {
            var id = current.Viewer!.AccountId!.Value;
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            Domain.Shared.AccountId[] keys = [id];
            var account = (await db.Set<Account>().AsNoTracking().Where(account => keys.Contains(account.Id)).ToListAsync(cancellationToken))[0];
            var members = await db.Set<Member>().AsNoTracking().Where(member => member.AccountId == id)
                .Join(db.Users, member => member.UserId, user => user.Id, (member, user) => new { member, user })
                .OrderBy(row => row.member.JoinedAt)
                .Select(row => new MemberView(row.user.DisplayName, row.user.Email ?? "", row.member.Role, row.member.JoinedAt))
                .ToListAsync(cancellationToken);
            return TypedResults.Json(
                new Answer<DashboardData>(new DashboardData(new AccountData(
                    account.Name,
                    [.. members.Select(member => new MemberData(member.Name, NameOf(member.Role), member.JoinedAt.ToDateTimeUtc()))]))),
                ByHandJson.Answers.AnswerDashboardData);
        });

    private static string NameOf(MemberRole role) => role switch
    {
        MemberRole.Owner => "OWNER",
        _ => role.ToString().ToUpperInvariant(),
    };
}

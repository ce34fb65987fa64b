using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Features.Shared.Localization;
using Storefront.Store;

namespace Storefront.Features.Accounts;

/// <summary>Whom of an account mails go to: members whose address is confirmed, each with the language that it reads.</summary>
internal static class AccountAddressees
{
    /// <summary>Everybody.</summary>
    public static Task<IReadOnlyList<Addressee>> AllAsync(AccountScope scope, SiteLanguages languages, CancellationToken cancellationToken) =>
        ListAsync(scope, languages, _ => true, cancellationToken);

    /// <summary>Who decides on money.</summary>
    public static Task<IReadOnlyList<Addressee>> OwnersAsync(AccountScope scope, SiteLanguages languages, CancellationToken cancellationToken) =>
        ListAsync(scope, languages, member => member.Role == MemberRole.Owner, cancellationToken);

    /// <summary>Who may decide at all: all but those who only read.</summary>
    public static Task<IReadOnlyList<Addressee>> WritersAsync(AccountScope scope, SiteLanguages languages, CancellationToken cancellationToken) =>
        ListAsync(scope, languages, member => member.Role != MemberRole.Viewer, cancellationToken);

    private static async Task<IReadOnlyList<Addressee>> ListAsync(
        AccountScope scope, SiteLanguages languages, Expression<Func<Member, bool>> which, CancellationToken cancellationToken)
    {
        var people = await scope.Db.Set<Member>().Where(member => member.AccountId == scope.AccountId).Where(which)
            .Join(scope.Db.Users, member => member.UserId, user => user.Id, (_, user) => user)
            .Where(user => !user.IsErased && user.EmailConfirmed && user.Email != null)
            .Select(user => new { user.Email, user.DisplayName, user.Language, user.TimeZone }).ToListAsync(cancellationToken);
        return
        [
            .. people.Select(person => new Addressee(
                person.Email!, person.DisplayName, languages.Find(person.Language ?? scope.Account.Language) ?? languages.Default, person.TimeZone)),
        ];
    }
}

/// <summary>Who gets a mail.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="Language">What it reads.</param>
/// <param name="TimeZone">The zone that it chose, by its tzdb id; null for the house's.</param>
public sealed record Addressee(string Email, string Name, SiteLanguage Language, string? TimeZone);

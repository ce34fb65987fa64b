using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Invoices;

/// <summary>Sends the owners of an account the link to what was issued, each in its language.</summary>
public sealed class InvoiceMails(
    IOutbox outbox, OwnAddress address, Handbook handbook, IStringLocalizer<InvoicesTexts> texts, SiteLanguages languages)
{
    /// <summary>Who gets it.</summary>
    internal static async Task<IReadOnlyList<User>> OwnersAsync(AccountScope scope, CancellationToken cancellationToken) =>
        await scope.Db.Set<Member>().Where(member => member.AccountId == scope.AccountId && member.Role == MemberRole.Owner)
            .Join(scope.Db.Users, member => member.UserId, user => user.Id, (_, user) => user)
            .Where(user => !user.IsErased && user.EmailConfirmed && user.Email != null)
            .ToListAsync(cancellationToken);

    internal async Task IssuedAsync(
        AccountScope scope, Invoice invoice, string number, IReadOnlyList<User> receivers, CancellationToken cancellationToken)
    {
        var link = address.To(string.Create(CultureInfo.InvariantCulture, $"invoices/{invoice.Id.Value:D}")).AbsoluteUri;
        var before = CultureInfo.CurrentUICulture;
        try
        {
            foreach (var receiver in receivers)
            {
                var language = languages.Find(receiver.Language ?? scope.Account.Language) ?? languages.Default;
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Code);
                var mail = new Mail(
                    receiver.Email!,
                    texts[$"Mail.{invoice.Kind}.Subject", number, handbook.House.Name],
                    texts[$"Mail.{invoice.Kind}.Body", receiver.DisplayName, number, MoneyText.Format(invoice.Total, language.Culture), link, handbook.House.Name],
                    language.Code,
                    scope.AccountId,
                    MailKind.Receipt);
                await outbox.EnqueueAsync(scope, mail, cancellationToken);
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}

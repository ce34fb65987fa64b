using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;

namespace Storefront.Features.Hours.Charging;

/// <summary>Mails an account's owners that work beyond the hours has become an order, once (FEN-12).</summary>
internal sealed class TellOverageOrder(
    AccountTransactions transactions, IOutbox outbox, OwnAddress address, Handbook handbook, IStringLocalizer<HoursTexts> texts, SiteLanguages languages) : IDueWorkHandler
{
    internal const string DueWorkKind = "overage.order-mail";

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken) => await transactions.RunAsync<Done>(
        work.AccountId!.Value,
        (scope, token) => scope.OnceAsync(DueWorkKind, work.Key, new { work.Subject }, () => SendAsync(scope, work.Subject!, token), token),
        cancellationToken);

    private async Task<Result<Done>> SendAsync(AccountScope scope, string reference, CancellationToken cancellationToken)
    {
        var order = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == scope.AccountId && row.Reference == reference, cancellationToken);
        var link = address.To($"orders/{reference}").AbsoluteUri;
        foreach (var owner in await AccountAddressees.OwnersAsync(scope, languages, cancellationToken))
        {
            using var spoken = SpokenLanguage.Begin(owner.Language);
            var body = texts["Overage.Mail.Body", owner.Name, reference, order.Total, link, handbook.House.Name];
            await outbox.EnqueueAsync(
                scope, new Mail(owner.Email, texts["Overage.Mail.Subject", reference], body, owner.Language.Code, scope.AccountId), cancellationToken);
        }

        return Done.Value;
    }
}

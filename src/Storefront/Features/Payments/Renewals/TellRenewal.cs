using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Subscriptions;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;

namespace Storefront.Features.Payments.Renewals;

/// <summary>Writes to an account's owners, each in its language, about an order that renews its plan, while it is not paid (FLU-21).</summary>
internal sealed class TellRenewal(
    AccountTransactions transactions,
    SubscriptionStore subscriptions,
    IOutbox outbox,
    OwnAddress address,
    Handbook handbook,
    OrderWords words,
    ReaderFormat format,
    SiteLanguages languages,
    IStringLocalizer<RenewalsTexts> texts) : IDueWorkHandler
{
    internal const string DueWorkKind = "renewal.mail";

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var (kind, reference) = Read(work.Subject!);
        var day = handbook.Calendar.DateOf(work.DueAt);
        await transactions.RunAsync<Done>(
            work.AccountId!.Value,
            (scope, token) => scope.OnceAsync(DueWorkKind, work.Key, new { work.Subject }, () => SendAsync(scope, kind, day, reference, token), token),
            cancellationToken);
    }

    private async Task<Result<Done>> SendAsync(
        AccountScope scope, RenewalMailKind kind, LocalDate day, string reference, CancellationToken cancellationToken)
    {
        var order = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == scope.AccountId && row.Reference == reference, cancellationToken);
        if (order is not { Status: OrderStatus.AwaitingPayment, RenewalDueOn: { } dueOn, SubscriptionId: { } id }
            || await subscriptions.FindAsync(scope.Db, scope.AccountId, id, cancellationToken) is not { } current
            || current.Policies.Renewal is not { } policy
            || (kind == RenewalMailKind.Paused && !current.State.RestsUnpaid)
            || (kind == RenewalMailKind.Reminder && (day < handbook.Calendar.DateOf(scope.Now) || await IsToldAsync(scope, order.Id, cancellationToken))))
        {
            return Done.Value;
        }

        var dates = RenewalDates.Of(dueOn, policy, current.Policies.Hours.GraceDays);
        var link = address.To($"orders/{order.Reference}").AbsoluteUri;
        foreach (var owner in await AccountAddressees.OwnersAsync(scope, languages, cancellationToken))
        {
            using var spoken = SpokenLanguage.Begin(owner.Language);
            var due = format.Money(order.ToDomain().DueNow);
            var what = words.Title(order);
            var mail = new Mail(
                owner.Email,
                texts[$"Mail.{kind}.Subject", order.Reference, what],
                texts["Mail.Body", owner.Name, Say(kind, order.BuysTerm && current.State.RestsIfUnpaid, order, what, due, dates), link, handbook.House.Name],
                owner.Language.Code,
                scope.AccountId,
                MailKind.Receipt);
            await outbox.EnqueueAsync(scope, mail, cancellationToken);
        }

        return Done.Value;
    }

    /// <summary>Who said that it has paid is reminded of nothing while nobody has looked.</summary>
    private static Task<bool> IsToldAsync(AccountScope scope, OrderId order, CancellationToken cancellationToken) =>
        scope.Db.Set<PaymentNotice>().AnyAsync(
            notice => notice.AccountId == scope.AccountId && notice.OrderId == order && notice.Status == PaymentNoticeStatus.Pending, cancellationToken);

    private string Say(RenewalMailKind kind, bool rests, Order order, string what, string due, RenewalDates dates)
    {
        var said = texts[$"Mail.{kind}", what, due, order.Reference, format.Date(dates.DueOn)].Value;
        return !rests || kind == RenewalMailKind.Paused ? said
            : $"{said}\n\n{texts["Mail.Dates", format.Date(dates.GraceEndsOn), format.Date(dates.PausesOn)].Value}";
    }

    private static (RenewalMailKind Kind, string Reference) Read(string subject)
    {
        var parts = subject.Split(' ', 2);
        return (Enum.Parse<RenewalMailKind>(parts[0]), parts[1]);
    }
}

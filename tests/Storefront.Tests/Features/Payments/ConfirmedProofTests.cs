using Storefront.Domain.Payments;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Notices;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments;

/// <summary>Copies of one proof that are confirmed at the same time, in two accounts, on either database.</summary>
public sealed class ConfirmedProofTests
{
    private const int Pairs = 4;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TEC_03_Of_two_who_confirm_copies_of_one_proof_at_once_one_is_told_of_the_other(DatabaseKind kind)
    {
        var postgres = kind == DatabaseKind.Postgres ? await PostgresCluster.CreateDatabaseAsync() : null;
        await using var host = await StorefrontHost.StartAsync(kind, builder =>
        {
            (builder.Configuration["House"], builder.Configuration["Database"]) = ("tecnosoluciones", postgres);
            builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, "tecnosoluciones");
        });
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var (one, other) = (await Buyer.OpenAsync(host), await Buyer.OpenAsync(host));
        for (var pair = 0; pair < Pairs; pair++)
        {
            var copies = new[] { await NotifyAsync(one, $"REF-{pair}"), await NotifyAsync(other, $"ref {pair}") };
            var confirmed = await Task.WhenAll(copies.Select(copy => Task.Run(() => one.Get<ConfirmPayment>().HandleAsync(
                new NoticeKey(copy.AccountId, copy.Id), received: null, evenIfSeenBefore: false, staff, CancellationToken.None))));

            var (done, refused) = (confirmed.Single(result => !result.IsRefused), confirmed.Single(result => result.IsRefused));
            Assert.Equal(new PaymentSeenBefore(done.Value.Number), refused.Refusal);

            // What went back can be confirmed again, by whomever.
            Assert.Null((await one.Get<ReversePayment>().HandleAsync(new NoticeKey(done.Value.AccountId, done.Value.Id), staff, CancellationToken.None)).Refusal);
            var left = copies.Single(copy => copy.Number != done.Value.Number);
            Assert.Null((await one.Get<ConfirmPayment>().HandleAsync(
                new NoticeKey(left.AccountId, left.Id), received: null, evenIfSeenBefore: false, staff, CancellationToken.None)).Refusal);
        }

        Assert.Empty(await one.Get<CreditReader>().ListAsync(one.Account, CancellationToken.None));
    }

    private static async Task<PaymentNotice> NotifyAsync(Buyer buyer, string number)
    {
        var order = await buyer.OrderAsync(PackageShop.Wish("cms", "clara", "USD", "zelle", number));
        var told = await buyer.Get<NotifyPayment>().HandleAsync(
            new NotifyPaymentInput(order.Reference, "821.10", "USD", PaidOn: null, number, Note: null, Proof: null, Guid.CreateVersion7().ToString("N")),
            buyer.Viewer,
            CancellationToken.None);
        return told.Value;
    }
}

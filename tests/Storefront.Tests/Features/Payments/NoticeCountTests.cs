using System.Globalization;
using NodaTime;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Shared;
using Storefront.Tests.Features.Payments.Renewals;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments;

public sealed class NoticeCountTests
{
    [Fact]
    public async Task TEC_03_What_waits_is_counted_to_the_last_one_up_to_a_thousand_and_no_further()
    {
        await using var shop = await RenewalShop.OpenAsync("flunt");
        var account = await shop.BuyAsync("essential");
        var order = await shop.OrderAsync(account, "first-1");
        var queue = shop.Store.Get<NoticeQueueReader>();
        Assert.True((await queue.CountAsync(CancellationToken.None)).IsZero);

        await TellAsync(1, NoticeQueueReader.MostCounted);
        Assert.Equal(new BoundedCount(NoticeQueueReader.MostCounted, IsMore: false), await queue.CountAsync(CancellationToken.None));
        await TellAsync(NoticeQueueReader.MostCounted + 1, 2);
        Assert.Equal(new BoundedCount(NoticeQueueReader.MostCounted, IsMore: true), await queue.CountAsync(CancellationToken.None));

        async Task TellAsync(int first, int count)
        {
            await using var db = shop.Store.Db();
            db.AddRange(Enumerable.Range(first, count).Select(number => new PaymentNotice
            {
                AccountId = account,
                Id = PaymentNoticeId.New(TestStore.Start),
                Number = number,
                OrderId = order.Id,
                Method = order.PaymentMethod,
                Amount = new Money(number, Currency.Clp),
                PaidOn = new LocalDate(2026, 11, 2),
                BankReference = number.ToString(CultureInfo.InvariantCulture),
                NotifiedBy = order.OrderedBy,
                NotifiedAt = TestStore.Start,
                AnswerBy = TestStore.Start + Duration.FromDays(1),
                Status = PaymentNoticeStatus.Pending,
            }));
            await db.SaveChangesAsync();
        }
    }
}

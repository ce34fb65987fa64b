using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Orders;

public class PaymentStateTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 12, 0);

    private static readonly (PaymentStatus From, PaymentStatus To)[] Legal =
    [
        (PaymentStatus.Pending, PaymentStatus.Succeeded),
        (PaymentStatus.Pending, PaymentStatus.Failed),
        (PaymentStatus.Failed, PaymentStatus.Succeeded),
        (PaymentStatus.Succeeded, PaymentStatus.Refunded),
    ];

    public static TheoryData<PaymentStatus, PaymentStatus> Steps()
    {
        var steps = new TheoryData<PaymentStatus, PaymentStatus>();
        foreach (var from in Enum.GetValues<PaymentStatus>())
        {
            steps.Add(from, PaymentStatus.Succeeded);
            steps.Add(from, PaymentStatus.Failed);
            steps.Add(from, PaymentStatus.Refunded);
        }

        return steps;
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Only_legal_steps_are_made_and_news_that_comes_twice_changes_nothing(PaymentStatus from, PaymentStatus to)
    {
        var payment = PaymentState.Begin(PaymentId.New(Now), OrderId.New(Now), "card", new Money(1, Currency.Clp), Now) with { Status = from };
        var later = Now + Duration.FromHours(1);
        var result = to switch
        {
            PaymentStatus.Succeeded => payment.Succeed(later),
            PaymentStatus.Failed => payment.Fail(later),
            PaymentStatus.Refunded => payment.Refund(later),
            PaymentStatus.Pending => throw new InvalidOperationException("Nothing becomes pending."),
        };

        if (from == to)
        {
            Assert.Same(payment, result.Value);
        }
        else if (Legal.Contains((from, to)))
        {
            Assert.Equal((to, later), (result.Value.Status, result.Value.ChangedAt));
        }
        else
        {
            Assert.Equal(new IllegalPaymentStep(payment.Id, from, to), result.Refusal);
        }
    }
}

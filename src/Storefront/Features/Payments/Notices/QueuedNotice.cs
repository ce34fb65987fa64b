using Storefront.Domain.Shared;
using Storefront.Features.Attachments;

namespace Storefront.Features.Payments.Notices;

/// <summary>A notice in staff's queue, with what it is compared to.</summary>
/// <param name="Notice">What the customer told.</param>
/// <param name="Account">What the customer is called.</param>
/// <param name="OrderReference">The order.</param>
/// <param name="Owed">What is still owed of it, in all.</param>
/// <param name="Total">What the order comes to.</param>
/// <param name="Proof">The file; null where there is none.</param>
/// <param name="Twins">Other notices, of whatever account, with the same file or the same number of the bank.</param>
/// <param name="IsLate">Whether the time that the customer was told has passed.</param>
public sealed record QueuedNotice(
    PaymentNotice Notice, string Account, string OrderReference, Money Owed, Money Total, Attachment? Proof, IReadOnlyList<NoticeTwin> Twins, bool IsLate)
{
    public NoticeKey Key => new(Notice.AccountId, Notice.Id);
}

/// <summary>Another notice with the same proof.</summary>
/// <param name="Number">What it is called by.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="IsOwn">Whether it is of the same account.</param>
/// <param name="Status">Where it stands.</param>
public sealed record NoticeTwin(long Number, string Account, bool IsOwn, Domain.Payments.PaymentNoticeStatus Status);

using Storefront.Domain.Shared;
using Storefront.Store.Outbox;

namespace Storefront.Features.Notifications;

/// <summary>The text is no time of day.</summary>
/// <param name="Text">What was given; a time is written like `07:30`.</param>
public sealed record TimeOfDayNotValid(string Text) : Refusal
{
    public override string Code => "TIME_OF_DAY_NOT_VALID";
}

/// <summary>The tz database has no such zone.</summary>
/// <param name="TimeZone">What was given; a zone is named like `America/Santiago`.</param>
public sealed record UnknownTimeZone(string TimeZone) : Refusal
{
    public override string Code => "UNKNOWN_TIME_ZONE";
}

/// <summary>Mails of that kind are always sent, at once.</summary>
/// <param name="Kind">The kind.</param>
public sealed record MailAlwaysSent(MailKind Kind) : Refusal
{
    public override string Code => "MAIL_ALWAYS_SENT";
}

using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Projects.Requests;

/// <summary>Nothing was delivered yet: what is to be changed before is a correction, or extra work.</summary>
public sealed record NotYetDelivered : Refusal
{
    public override string Code => "NOT_YET_DELIVERED";
}

/// <summary>So many requests of the project are open already.</summary>
/// <param name="Most">How many can be.</param>
public sealed record TooManyProjectRequests(int Most) : Refusal
{
    public override string Code => "TOO_MANY_PROJECT_REQUESTS";
}

/// <summary>What was asked for cannot be done to a request in that status.</summary>
/// <param name="Status">Where it stands.</param>
public sealed record RequestNotOpen(ProjectRequestStatus Status) : Refusal
{
    public override string Code => "REQUEST_NOT_OPEN";
}

/// <summary>The quote cannot be approved any more; another can be asked for.</summary>
/// <param name="ValidUntil">Until when it could, exclusive.</param>
public sealed record ProjectQuoteLapsed(Instant ValidUntil) : Refusal
{
    public override string Code => "PROJECT_QUOTE_LAPSED";
}

/// <summary>A quote is of more than nothing, in the currency of the project, and says what would be done.</summary>
/// <param name="CurrencyCode">The project's currency.</param>
/// <param name="MostTasks">How many tasks it can have, from 1.</param>
/// <param name="MostBusinessDays">How many business days it can take, from 1.</param>
public sealed record ProjectQuoteNotValid(string CurrencyCode, int MostTasks, int MostBusinessDays = QuoteRequest.MostBusinessDays) : Refusal
{
    public override string Code => "PROJECT_QUOTE_NOT_VALID";
}

/// <summary>The line is neither pending in the delivery record nor listed at the intermediate delivery, so it proves nothing (SEN-08).</summary>
public sealed record NotEvidence : Refusal
{
    public override string Code => "NOT_EVIDENCE";
}

using Storefront.Domain.Shared;

namespace Storefront.Domain.Hours;

/// <summary>There are not enough hours for what was asked for; nothing was taken (FLU-09).</summary>
/// <param name="ShortfallMinutes">How many minutes are missing.</param>
/// <param name="AvailableMinutes">How many minutes there are.</param>
public sealed record NotEnoughHours(int ShortfallMinutes, int AvailableMinutes) : Refusal
{
    public override string Code => "NOT_ENOUGH_HOURS";
}

/// <summary>No more of the next period can be brought forward (FLU-08).</summary>
/// <param name="LimitMinutes">The most in all, 0 where the house gives no advances.</param>
/// <param name="LeftMinutes">What of it is still to be had.</param>
public sealed record AdvanceLimitReached(int LimitMinutes, int LeftMinutes) : Refusal
{
    public override string Code => "ADVANCE_LIMIT_REACHED";
}

/// <summary>The minutes are fewer than the least or more than the most that is accepted.</summary>
/// <param name="Least">The least that is accepted.</param>
/// <param name="Most">The most that is accepted.</param>
public sealed record MinutesNotValid(int Least, int Most) : Refusal
{
    public override string Code => "MINUTES_NOT_VALID";
}

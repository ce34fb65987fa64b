using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>Work on this kind begins only once the customer has granted access (ALF-11).</summary>
/// <param name="KindKey">The kind.</param>
public sealed record AccessFirst(string KindKey) : Refusal
{
    public override string Code => "ACCESS_FIRST";
}

/// <summary>Without an available API or documentation it is first found out whether it can be done (FLU-27).</summary>
/// <param name="KindKey">The kind.</param>
public sealed record ViabilityFirst(string KindKey) : Refusal
{
    public override string Code => "VIABILITY_FIRST";
}

/// <summary>Whether this can be done is not, or no longer, a question.</summary>
public sealed record ViabilityNotAsked : Refusal
{
    public override string Code => "VIABILITY_NOT_ASKED";
}

/// <summary>In this house an analysis does not end so.</summary>
/// <param name="Offered">How it can end.</param>
public sealed record OutcomeNotOffered(ImmutableArray<AnalysisOutcome> Offered) : Refusal
{
    public override string Code => "OUTCOME_NOT_OFFERED";
}

/// <summary>An expected date has to be named, and it cannot be over.</summary>
/// <param name="Today">Today, in the house's zone.</param>
public sealed record ExpectedDateMissing(LocalDate Today) : Refusal
{
    public override string Code => "EXPECTED_DATE_MISSING";
}

/// <summary>The house knows no such reason to turn something down.</summary>
/// <param name="ReasonKey">As it was given.</param>
/// <param name="Known">The keys of those it has.</param>
public sealed record UnknownOutsideSupport(string ReasonKey, ImmutableArray<string> Known) : Refusal
{
    public override string Code => "UNKNOWN_OUTSIDE_SUPPORT";
}

/// <summary>It came by a way that is right for it (SEN-12).</summary>
public sealed record ChannelIsRight : Refusal
{
    public override string Code => "CHANNEL_IS_RIGHT";
}

/// <summary>Priority cannot be asked for on this ticket (ALF-10).</summary>
public sealed record PriorityNotOffered : Refusal
{
    public override string Code => "PRIORITY_NOT_OFFERED";
}

/// <summary>This was not turned down as something that can be quoted.</summary>
public sealed record QuoteNotOffered : Refusal
{
    public override string Code => "QUOTE_NOT_OFFERED";
}

namespace Storefront.Features.Shared.TagHelpers;

/// <summary>How an instant is written.</summary>
public enum MomentStyle
{
    /// <summary>22 Nov 2026, 10:42</summary>
    Moment,

    /// <summary>3 hours ago, in 2 days; the full moment is the tooltip</summary>
    Relative,

    /// <summary>22 November 2026</summary>
    Date,

    /// <summary>10:42</summary>
    Time,
}

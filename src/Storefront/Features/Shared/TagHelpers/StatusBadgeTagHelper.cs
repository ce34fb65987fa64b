using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Features.Shared.TagHelpers;

/// <summary>
/// <c>&lt;status-badge status="@ticket.Status"&gt;In progress&lt;/status-badge&gt;</c>: where a ticket, a subscription, an order or a payment stands.
/// The text is the feature's; the tone follows the status's name, so that one status looks alike everywhere.
/// </summary>
[HtmlTargetElement("status-badge")]
public sealed class StatusBadgeTagHelper : TagHelper
{
    public Enum? Status { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        BadgeTagHelper.Write(output, ToneOf(Status?.ToString()), dot: true);

    private static Tone ToneOf(string? status) => status switch
    {
        "Active" or "Paid" or "Succeeded" or "Resolved" or "Completed" or "Confirmed" or "Approved" => Tone.Success,
        "InProgress" or "Planned" => Tone.Accent,
        "Open" or "Assessing" or "Processing" or "Pending" => Tone.Info,
        "AwaitingApproval" or "WaitingForCustomer" or "AwaitingPayment" => Tone.Warning,
        "PastDue" or "Failed" or "Declined" or "Suspended" => Tone.Danger,
        _ => Tone.Neutral,
    };
}

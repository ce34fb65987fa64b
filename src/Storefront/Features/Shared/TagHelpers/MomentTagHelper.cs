using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;
using NodaTime.Text;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Shared.TagHelpers;

/// <summary>
/// <c>&lt;moment at="ticket.OpenedAt" style="Relative" /&gt;</c>: an instant in the reader's zone and language; machines read it in UTC.
/// </summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper(ReaderFormat format) : TagHelper
{
    public Instant At { get; set; }

    public MomentStyle Style { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", InstantPattern.ExtendedIso.Format(At));
        if (Style is MomentStyle.Relative or MomentStyle.Time)
        {
            output.Attributes.SetAttribute("title", format.Moment(At));
        }

        output.Content.SetContent(Style switch
        {
            MomentStyle.Moment => format.Moment(At),
            MomentStyle.Relative => format.Relative(At),
            MomentStyle.Date => format.Date(At),
            MomentStyle.Time => format.Time(At),
        });
    }
}

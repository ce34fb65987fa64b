using Microsoft.AspNetCore.Razor.TagHelpers;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Shared.TagHelpers;

/// <summary><c>&lt;duration minutes="90" /&gt;</c>: minutes of work as "1 h 30 min".</summary>
[HtmlTargetElement("duration", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DurationTagHelper(ReaderFormat format) : TagHelper
{
    public int Minutes { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "duration");
        output.Content.SetContent(format.Minutes(Minutes));
    }
}

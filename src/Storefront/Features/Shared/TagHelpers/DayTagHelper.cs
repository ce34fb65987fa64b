using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;
using NodaTime.Text;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Shared.TagHelpers;

/// <summary><c>&lt;day date="period.End" /&gt;</c>: a day of the house's calendar, which no zone moves. <c>short</c> shortens the month.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayTagHelper(ReaderFormat format) : TagHelper
{
    public LocalDate Date { get; set; }

    public bool Short { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", LocalDatePattern.Iso.Format(Date));
        output.Content.SetContent(Short ? format.ShortDate(Date) : format.Date(Date));
    }
}

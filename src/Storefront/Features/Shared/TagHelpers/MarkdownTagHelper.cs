using Microsoft.AspNetCore.Razor.TagHelpers;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Shared.TagHelpers;

/// <summary><c>&lt;markdown text="message.Body" /&gt;</c>: see <see cref="MarkdownText"/>.</summary>
[HtmlTargetElement("markdown", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkdownTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "prose");
        output.Content.SetHtmlContent(MarkdownText.ToHtml(Text));
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;
using Storefront.Domain.Shared;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Shared.TagHelpers;

/// <summary><c>&lt;money amount="price.Total" /&gt;</c>: an amount as the reader writes it.</summary>
[HtmlTargetElement("money", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper(ReaderFormat format) : TagHelper
{
    public Money Amount { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "money");
        output.Content.SetContent(format.Money(Amount));
    }
}

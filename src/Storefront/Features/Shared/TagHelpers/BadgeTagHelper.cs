using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Features.Shared.TagHelpers;

/// <summary><c>&lt;badge tone="Success"&gt;…&lt;/badge&gt;</c>: a small label.</summary>
[HtmlTargetElement("badge")]
public sealed class BadgeTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    /// <summary>A dot before the text: a state that moves.</summary>
    public bool Dot { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, Tone, Dot);

    internal static void Write(TagHelperOutput output, Tone tone, bool dot)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var classes = tone == Tone.Neutral ? "badge" : $"badge badge-{tone.ToString().ToLowerInvariant()}";
        output.Attributes.SetAttribute("class", dot ? $"{classes} badge-dot" : classes);
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Features.Shared.TagHelpers;

/// <summary>
/// <c>&lt;class-badge rank="1"&gt;Critical&lt;/class-badge&gt;</c>: a ticket's class; rank 1, the most severe, is red, then amber, blue and grey.
/// </summary>
[HtmlTargetElement("class-badge")]
public sealed class ClassBadgeTagHelper : TagHelper
{
    /// <summary>1 is the most severe.</summary>
    public int Rank { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => BadgeTagHelper.Write(
        output,
        Rank switch
        {
            <= 1 => Tone.Danger,
            2 => Tone.Warning,
            3 => Tone.Info,
            _ => Tone.Neutral,
        },
        dot: false);
}

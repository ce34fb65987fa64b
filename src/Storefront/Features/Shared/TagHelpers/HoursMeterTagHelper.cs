using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;

namespace Storefront.Features.Shared.TagHelpers;

/// <summary>
/// <c>&lt;hours-meter available="1110" used="90" held="0" /&gt;</c>: hours of the period as a bar with its figures in words. All in minutes, none negative.
/// </summary>
[HtmlTargetElement("hours-meter", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HoursMeterTagHelper(ReaderFormat format, IStringLocalizer<SharedTexts> texts) : TagHelper
{
    private const int BarWidth = 1000;
    private const int LowShare = 10;

    public int Available { get; set; }

    public int Used { get; set; }

    /// <summary>Held by approved quotes: part of neither of the others.</summary>
    public int Held { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var total = Available + Used + Held;
        var left = texts.OfMinutes("Meter.Left", Available, format);
        var used = texts["Meter.Used", format.Minutes(Used), format.Minutes(total)].Value;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Available * LowShare < total ? "meter meter-low" : "meter");

        var bar = Svg("svg", ("class", "meter-bar"), ("viewBox", $"0 0 {BarWidth} 10"), ("preserveAspectRatio", "none"), ("role", "img"), ("aria-label", $"{left}. {used}"));
        bar.InnerHtml.AppendHtml(Rectangle("meter-track", 0, BarWidth));
        if (total > 0)
        {
            var usedWidth = (int)((long)Used * BarWidth / total);
            bar.InnerHtml.AppendHtml(Rectangle("meter-used", 0, usedWidth));
            bar.InnerHtml.AppendHtml(Rectangle("meter-held", usedWidth, (int)((long)Held * BarWidth / total)));
        }

        var words = new TagBuilder("div");
        words.AddCssClass("meter-text");
        words.InnerHtml.AppendHtml(Text("strong", left)).AppendHtml(Text("span", used));
        if (Held > 0)
        {
            words.InnerHtml.AppendHtml(Text("span", texts["Meter.Held", format.Minutes(Held)]));
        }

        output.Content.AppendHtml(bar).AppendHtml(words);
    }

    private static TagBuilder Rectangle(string name, int x, int width) => Svg(
        "rect",
        ("class", name),
        ("x", x.ToString(CultureInfo.InvariantCulture)),
        ("width", width.ToString(CultureInfo.InvariantCulture)),
        ("height", "10"));

    private static TagBuilder Svg(string name, params (string Name, string Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        foreach (var (key, value) in attributes)
        {
            tag.Attributes[key] = value;
        }

        return tag;
    }

    private static TagBuilder Text(string name, string text)
    {
        var tag = new TagBuilder(name);
        tag.InnerHtml.Append(text);
        return tag;
    }
}

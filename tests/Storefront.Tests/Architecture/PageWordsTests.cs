namespace Storefront.Tests.Architecture;

public sealed class PageWordsTests
{
    [Theory]
    [InlineData("<p>Hello there</p>", "Hello there")]
    [InlineData("<a href=\"/\" aria-label=\"Go home\"><icon name=\"home\" /></a>", "Go home")]
    [InlineData("<label>@Texts[\"Name\"] (required)</label>", "(required)")]
    [InlineData("<button>\n  Save\n</button>", "Save")]
    [InlineData("@if (Model.IsOpen)\n{\n  <p>Open</p>\n}", "Open")]
    public void Words_in_a_page_are_found(string page, string words) => Assert.Equal(words, Assert.Single(PageWords.In(page)));

    [Theory]
    [InlineData("<p>@Texts[\"Hello\"]</p>")]
    [InlineData("<p>@Texts[\"Paid\", Format.Money(offer.Price.Total)] · @Model.Name</p>")]
    [InlineData("<p>@(Model.IsPaid ? Texts[\"Paid\"] : Texts[\"Open\", Format.Minutes(90)])</p>")]
    [InlineData("<a aria-label=\"@Texts[\"Home\"]\" title=\"@Format.Moment(Model.At)\">…</a>")]
    [InlineData("@* a comment <p>for readers</p> *@\n@{\n    var text = \"<b>code</b>\";\n}\n<p>–</p>")]
    [InlineData("@if (Model.Count > 0 && Model.Items.Any(item => item.Price < 3))\n{\n  <p>@Texts.Plural(\"Items\", Model.Count)</p>\n}")]
    public void Expressions_comments_and_code_are_not_words(string page) => Assert.Empty(PageWords.In(page));
}

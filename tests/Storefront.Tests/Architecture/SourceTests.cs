using System.Text.RegularExpressions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Architecture;

/// <summary>What no compiler checks: sizes of files, what styles and scripts may hold, that pages speak through resources.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 400;

    // Many short lines, read by looking for one name.
    private const int MostLinesOfStyle = 450;

    // A parser or an executor is one thought, and may be longer.
    private static readonly string[] MayBeLonger = ["src/Storefront.GraphQL/Language/", "src/Storefront.GraphQL/Execution/"];

    private static readonly string[] NotOurs = ["/Migrations/", "/obj/", "/bin/", "/artifacts/"];

    public static TheoryData<string> Pages => [.. Files("src/Storefront/Features", "*.cshtml")];

    [Fact]
    public void No_source_file_is_longer_than_a_reader_bears()
    {
        var tooLong = new[] { ("src", "*.cs"), ("tests", "*.cs"), ("wwwroot", "*.css"), ("wwwroot", "*.js") }
            .SelectMany(place => Files(place.Item1, place.Item2))
            .Select(file => (Name: file, Lines: File.ReadLines(Path.Combine(Repository.Root, file)).Count()))
            .Where(file => file.Lines > (file.Name.EndsWith(".css", StringComparison.Ordinal) ? MostLinesOfStyle : MostLines))
            .Where(file => !MayBeLonger.Any(folder => file.Name.StartsWith(folder, StringComparison.Ordinal)))
            .Select(file => $"{file.Name}: {file.Lines} lines");
        Assert.Empty(tooLong);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Pages_have_no_inline_script_and_no_inline_style(string file)
    {
        var text = Read(file);
        Assert.DoesNotMatch(InlineScript(), text);
        Assert.DoesNotMatch(InlineStyle(), text);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Pages_take_their_words_from_resources(string file) => Assert.Empty(PageWords.In(Read(file)));

    [Fact]
    public void Styles_and_scripts_name_no_other_host() => Assert.DoesNotContain(
        Files("wwwroot", "*.css").Concat(Files("wwwroot", "*.js")), file => OtherHost().IsMatch(Read(file)));

    internal static IEnumerable<string> Files(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !NotOurs.Any(part => $"/{file}".Contains(part, StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+\s*=\s*[""']", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    // <moment style="…"> is a tag helper's own attribute.
    [GeneratedRegex(@"<style\b|<(?!moment\b)[a-z][^<>]*\sstyle\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"https?://(?!www\.w3\.org/)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherHost();
}

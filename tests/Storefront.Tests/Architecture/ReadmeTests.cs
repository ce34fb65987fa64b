using System.Globalization;
using System.Text.RegularExpressions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Architecture;

/// <summary>What the README says of rules is true.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_rule_that_the_table_of_houses_names_has_a_test_with_its_id()
    {
        var table = File.ReadLines(Path.Combine(Repository.Root, "README.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal));
        var named = table.SelectMany(Rules).ToList();
        var tests = string.Concat(SourceTests.Files("tests", "*.cs")
            .Where(file => !file.EndsWith("ReadmeTests.cs", StringComparison.Ordinal))
            .Select(file => File.ReadAllText(Path.Combine(Repository.Root, file))));

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, rule => !tests.Contains($"{rule}_", StringComparison.Ordinal));
    }

    // "FLU-01 to FLU-03, FLU-07" names four rules.
    private static IEnumerable<string> Rules(string row) => RuleRange().Matches(row).SelectMany(match =>
    {
        var first = Number(match.Groups["first"]);
        var last = match.Groups["last"].Success ? Number(match.Groups["last"]) : first;
        return Enumerable.Range(first, last - first + 1)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{match.Groups["house"].Value}_{number:00}"));
    });

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<house>[A-Z]{3})-(?<first>\d\d)(?: to [A-Z]{3}-(?<last>\d\d))?")]
    private static partial Regex RuleRange();
}

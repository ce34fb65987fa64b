using Storefront.Hosting;

namespace Storefront.Tests.Hosting;

public class CommandLineTests
{
    [Fact]
    public void Options_are_read_with_a_space_or_an_equals_sign()
    {
        var settings = CommandLine.Parse(["--house", "flunt", "--data=/srv/data", "--urls", "http://localhost:5001"]).Settings;

        Assert.Equal(("flunt", "/srv/data", "http://localhost:5001"), (settings["House"], settings["Data"], settings["urls"]));
    }

    [Fact]
    public void Every_wrong_option_is_named_and_the_known_ones_are_listed()
    {
        var refused = Assert.Throws<StartRefusedException>(() => CommandLine.Parse(["--hause", "flunt", "--data", "--urls"]));

        Assert.Contains(refused.Problems, problem => problem.Contains("--hause", StringComparison.Ordinal));
        Assert.Contains("--data needs a value.", refused.Problems);
        Assert.Contains("--urls needs a value.", refused.Problems);
        Assert.All(["--urls", "--house", "--data"], option => Assert.Contains(option, refused.Problems[^1], StringComparison.Ordinal));
    }

    [Fact]
    public void An_option_given_twice_is_refused() =>
        Assert.Contains("--house is given twice.", Assert.Throws<StartRefusedException>(() => CommandLine.Parse(["--house=a", "--house=b"])).Problems);
}

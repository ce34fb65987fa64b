using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Storefront.Hosting;
using Storefront.Tests.Support;

namespace Storefront.Tests.Hosting;

public class StorefrontSettingsTests
{
    [Fact]
    public void Development_without_a_Stripe_key_is_the_sandbox_on_SQLite()
    {
        var settings = Read("Development");

        Assert.True(settings.IsSandbox);
        Assert.Equal(("flunt", null, null), (settings.House, settings.PostgresConnectionString, settings.Smtp));
        Assert.EndsWith(Path.Combine("data", "flunt"), settings.DataDirectory, StringComparison.Ordinal);
    }

    [Fact]
    public void Production_refuses_to_start_half_configured_and_names_everything_that_is_missing()
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read("Production"));

        Assert.All(
            ["Stripe__Key", "Stripe__WebhookSecret", "PublicUrl", "DataProtection__Secret", "Smtp__Host", "Smtp__From"],
            name => Assert.Single(refused.Problems, problem => problem.StartsWith(name, StringComparison.Ordinal)));
        Assert.Equal(6, refused.Problems.Count);
    }

    [Fact]
    public void Production_with_everything_is_no_sandbox()
    {
        var settings = Read("Production", Complete);

        Assert.False(settings.IsSandbox);
        Assert.Equal("smtp.example.com", settings.Smtp!.Host);
        Assert.Equal(new Uri("https://shop.example.com"), settings.PublicUrl);
    }

    [Theory]
    [InlineData("House", "../etc")]
    [InlineData("PublicUrl", "shop.example.com")]
    [InlineData("Database", "mysql")]
    [InlineData("DataProtection:Secret", "too short")]
    [InlineData("Smtp:From", "nobody")]
    [InlineData("Smtp:Port", "99999")]
    [InlineData("TrustedProxies", "everybody")]
    public void What_is_malformed_is_refused(string key, string value)
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read("Production", [.. Complete.Where(pair => pair.Key != key), (key, value)]));

        Assert.Single(refused.Problems);
    }

    [Fact]
    public void A_house_that_does_not_exist_refuses_the_start_naming_those_that_do()
    {
        var refused = Assert.Throws<StartRefusedException>(
            () => StorefrontApp.Build(["--environment", "Development", "--house", "nobody", "--data", TestFiles.CreateDirectory("test")]));

        Assert.Contains("flunt", refused.Message, StringComparison.Ordinal);
    }

    private static readonly (string Key, string Value)[] Complete =
    [
        ("Stripe:Key", "sk_live_1"),
        ("Stripe:WebhookSecret", "whsec_1"),
        ("PublicUrl", "https://shop.example.com"),
        ("DataProtection:Secret", "0123456789abcdef0123456789abcdef"),
        ("Smtp:Host", "smtp.example.com"),
        ("Smtp:From", "Shop <shop@example.com>"),
    ];

    private static StorefrontSettings Read(string environment, params (string Key, string Value)[] settings) => StorefrontSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build(),
        new HostingEnvironment { EnvironmentName = environment });
}

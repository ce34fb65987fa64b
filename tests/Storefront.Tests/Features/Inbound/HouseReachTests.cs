using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Storefront.Features.Inbound;
using Storefront.Features.Shared.Localization;
using Storefront.Store;

namespace Storefront.Tests.Features.Inbound;

/// <summary>What people are told to do where writing did not work.</summary>
public sealed class HouseReachTests
{
    [Theory]
    [InlineData("alfinet", "call +55 34 99134-7500, +55 34 99688-8627, +55 34 99631-9134")]
    [InlineData("flunt", "call +56 2 5550 0100")]
    [InlineData("sense", "send a message to +57 350 668 6423")]
    public void COM_09_ALF_04_Every_house_says_how_to_be_reached_also_one_without_phones(string house, string told)
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        using var spoken = SpokenLanguage.Begin(new SiteLanguage("en", CultureInfo.GetCultureInfo("en")));

        Assert.Equal(told, HouseReach.Of(Handbooks.Load(house), services.GetRequiredService<IStringLocalizer<InboundTexts>>()));
    }
}

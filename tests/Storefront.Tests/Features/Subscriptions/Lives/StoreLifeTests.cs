using FsCheck;
using FsCheck.Fluent;
using Storefront.Tests.Domain.Subscriptions.Model;
using Storefront.Tests.Support;
using Xunit.Abstractions;

namespace Storefront.Tests.Features.Subscriptions.Lives;

/// <summary>
/// Random lives through the real store, beside the model: rows, actions, due work and the sandbox's clock; and some billed by the local Stripe
/// over HTTP, where what was charged in all must be what the model has added up.
/// </summary>
public class StoreLifeTests(ITestOutputHelper output)
{
    private const int MostSteps = 12;

    [Theory]
    [InlineData("flunt", 15)]
    [InlineData("fenicio", 15)]
    public Task COM_02_Lives_in_the_store_agree_with_the_model(string house, int lives) => CheckAsync(house, lives, isBilled: false);

    [Theory]
    [InlineData("flunt", 4)]
    [InlineData("fenicio", 2)]
    public Task COM_02_Lives_that_the_local_Stripe_bills_agree_with_the_model_to_the_minor_unit(string house, int lives) => CheckAsync(house, lives, isBilled: true);

    private async Task CheckAsync(string house, int lives, bool isBilled)
    {
        var seed = TestSeed.Take(output);
        var number = 0;
        foreach (var sample in Life.Any.Generator.Sample(lives, new Rnd(seed, 1), 1))
        {
            var life = sample with { Start = 0, Steps = [.. sample.Steps.Take(MostSteps)] };
            number++;
            await using var real = await StoreLife.OpenAsync(house, isBilled);
            try
            {
                await new StoreComparison(real, house == "flunt" ? NaiveRules.Flunt : NaiveRules.Fenicio, life).RunAsync();
            }
            catch (Exception disagreement)
            {
                throw new InvalidOperationException($"{house}, STOREFRONT_SEED={seed}, life {number}: {life}\n{disagreement.Message}", disagreement);
            }
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Storefront.Domain.Houses;
using Storefront.Tests.Domain.Houses;
using Storefront.Tests.Support;
using Xunit.Abstractions;

namespace Storefront.Tests.Domain.Subscriptions.Model;

/// <summary>
/// Thousands of random lives under the handbooks that come with the program, each beside a model that knows none of the rules' code. Which
/// lives is told by the <see cref="TestSeed"/>; STOREFRONT_LIVES says how many.
/// </summary>
public class HouseModelTests(ITestOutputHelper output)
{
    private const int DefaultLives = 4000;

    [Fact]
    public void COM_02_Flunt_agrees_with_a_naive_model_in_every_step_of_thousands_of_lives() => Check(Loaded.Flunt, NaiveRules.Flunt);

    [Fact]
    public void COM_02_Fenicio_agrees_with_a_naive_model_in_every_step_of_thousands_of_lives() => Check(Loaded.Fenicio, NaiveRules.Fenicio);

    private void Check(Handbook house, NaiveRules rules)
    {
        var seed = TestSeed.Take(output);
        var lives = int.TryParse(Environment.GetEnvironmentVariable("STOREFRONT_LIVES"), out var many) ? many : DefaultLives;
        output.WriteLine($"{lives} lives");
        try
        {
            Prop.ForAll(Life.Any, life => new Comparison(house, rules, life).Run())
                .Check(Config.QuickThrowOnFailure.WithMaxTest(lives).WithReplay(
                    FSharpOption<Replay>.Some(new Replay(new Rnd(seed, 1), FSharpOption<int>.None))));
        }
        catch (Exception disagreement)
        {
            throw new InvalidOperationException($"{house.House.Name}, STOREFRONT_SEED={seed}: {disagreement.Message}", disagreement);
        }
    }
}

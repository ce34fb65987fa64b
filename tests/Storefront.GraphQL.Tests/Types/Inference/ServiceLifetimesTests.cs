using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.DependencyInjection;

namespace Storefront.GraphQL.Tests.Types.Inference;

public class ServiceLifetimesTests
{
    [Theory]
    [InlineData(typeof(Alone), null, false)]
    [InlineData(typeof(OfRequest), null, true)]
    [InlineData(typeof(TakesAlone), null, false)]
    [InlineData(typeof(TakesOfRequest), null, true)]
    [InlineData(typeof(TakesItThroughAnother), null, true)]
    [InlineData(typeof(TakesKeyed), null, true)]
    [InlineData(typeof(MadeByFactory), null, true)]
    [InlineData(typeof(Box<int>), null, false)]
    [InlineData(typeof(OpenBox<int>), null, true)]
    [InlineData(typeof(IEnumerable<Alone>), null, false)]
    [InlineData(typeof(IEnumerable<OfRequest>), null, true)]
    [InlineData(typeof(IServiceProvider), null, true)]
    [InlineData(typeof(IServiceScopeFactory), null, false)]
    [InlineData(typeof(NotRegistered), null, true)]
    [InlineData(typeof(Keyed), "mine", true)]
    [InlineData(typeof(Keyed), "all", false)]
    [InlineData(typeof(First), null, false)]
    public void A_service_belongs_to_a_scope_where_it_or_what_it_takes_was_registered_so(Type type, string? key, bool isScoped)
    {
        var services = new ServiceCollection()
            .AddSingleton<Alone>()
            .AddScoped<OfRequest>()
            .AddTransient<TakesAlone>().AddTransient<TakesOfRequest>().AddTransient<TakesItThroughAnother>().AddTransient<TakesKeyed>()
            .AddTransient(_ => new MadeByFactory())
            .AddSingleton(typeof(Box<>)).AddTransient(typeof(OpenBox<>))
            .AddKeyedScoped<Keyed>("mine").AddKeyedSingleton<Keyed>("all")
            .AddTransient<First>().AddTransient<Second>();

        Assert.Equal(isScoped, new ServiceLifetimes(services).IsScoped(type, key));
    }

    [Fact]
    public void The_last_registration_counts()
    {
        var services = new ServiceCollection().AddSingleton<Alone>().AddScoped<Alone>();

        Assert.True(new ServiceLifetimes(services).IsScoped(typeof(Alone)));
    }

    public sealed class Alone;

    public sealed class OfRequest;

    public sealed record TakesAlone(Alone Alone, string Name = "");

    public sealed record TakesOfRequest(Alone Alone, OfRequest OfRequest);

    public sealed record TakesItThroughAnother(TakesOfRequest Other);

    public sealed class TakesKeyed([FromKeyedServices("mine")] Keyed keyed)
    {
        public Keyed Keyed => keyed;
    }

    public sealed class MadeByFactory;

    public sealed record Box<T>(OfRequest OfRequest, T? Item);

    public sealed record OpenBox<T>(OfRequest OfRequest, Box<T> Box);

    public sealed record NotRegistered(OfRequest OfRequest);

    public sealed class Keyed;

    public sealed record First(Second Second);

    public sealed record Second(First First);
}

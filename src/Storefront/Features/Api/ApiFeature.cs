using System.Globalization;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.Features.Api;

/// <summary>The public GraphQL API: what all features' types stand on. The types themselves are beside their features.</summary>
public static class ApiFeature
{
    public static IServiceCollection AddApi(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddScoped<RefusalTexts>();
        services.AddScoped<ListContexts>();
        services.AddSingleton<EventStreams>();
        services.AddGraphQLServer()
            .ModifyOptions(options =>
            {
                options.Description = "The storefront's public API: plans, subscriptions, hours, tickets, live.";
                options.RootDescriptions["Query"] = "Everything that is read.";
                options.RootDescriptions["Mutation"] = "Everything that changes something; each takes one `input` and answers with what changed or with `errors`.";
                options.RootDescriptions["Subscription"] = "Everything live.";
            })
            .ModifyRequestOptions(options =>
            {
                options.IncludeExceptionDetails = environment.IsDevelopment();
                options.AllowSuggestions = environment.IsDevelopment();
            })
            .AddTypes(typeof(ApiFeature).Assembly)
            .AddMutationConventions()
            .AddFieldResultAdapter<ResultAdapter>()
            .AddAuthorizationHandler<ViewerAuthorization>()
            .AddRequestInterceptor<ViewerInterceptor>()
            .AddDiagnosticEventListener<ApiLog>()
            .AddInMemorySubscriptions()
            .AddStorefrontScalars();
        return services;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        app.MapGraphQL();
        return app;
    }

    // NodaTime and the domain's types outside, the engine's inside: the one place where they meet.
    private static void AddStorefrontScalars(this IRequestExecutorBuilder builder)
    {
        builder.BindRuntimeType<Instant, DateTimeType>()
            .AddTypeConverter<Instant, DateTimeOffset>(instant => instant.ToDateTimeOffset())
            .AddTypeConverter<DateTimeOffset, Instant>(Instant.FromDateTimeOffset);
        builder.BindRuntimeType<LocalDate, LocalDateType>()
            .AddTypeConverter<LocalDate, DateOnly>(date => date.ToDateOnly())
            .AddTypeConverter<DateOnly, LocalDate>(LocalDate.FromDateOnly);
        builder.BindRuntimeType<Currency, CurrencyCodeType>();
        builder.BindRuntimeType<DecimalString, DecimalStringType>();
        builder.BindRuntimeType<LocalizedText>(StringType.Instance)
            .AddTypeConverter<LocalizedText, string>(text => text.In(CultureInfo.CurrentUICulture));
        builder.AddType<Event>();
    }
}

using System.Globalization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Scalars;
using Storefront.Hosting;
using IAuthorizationHandler = Storefront.GraphQL.Types.Authorization.IAuthorizationHandler;

namespace Storefront.Features.Api;

/// <summary>The public GraphQL API: what all features' types stand on. The types themselves are beside their features.</summary>
public static class ApiFeature
{
    /// <summary>Section of the settings for <see cref="ExecutorOptions"/>: what a request may be, take and cost.</summary>
    public const string RequestSettings = "GraphQL:Requests";

    /// <summary>Section of the settings for <see cref="GraphQLServerOptions"/>: what the transports take.</summary>
    public const string ServerSettings = "GraphQL:Server";

    public static IServiceCollection AddApi(this IServiceCollection services, IHostEnvironment environment, IConfiguration configuration, AttachmentPolicy attachments)
    {
        services.AddSingleton(configuration.ReadInto(ApiBudgets.Settings, new ApiBudgets()));
        services.AddScoped<RefusalTexts>();
        services.AddScoped<ListContexts>();
        services.AddSingleton<EventStreams>();
        services.AddSingleton<StreamViewers>();

        // Knows nothing of a request, so none holds one of its own.
        services.AddSingleton<IAuthorizationHandler, ViewerAuthorization>();
        services.AddGraphQLServer()
            .ModifyOptions(options =>
            {
                options.Description = "The storefront's public API: plans and packages, subscriptions, hours, tickets, projects, orders and payments, with live updates.";
                options.RootDescriptions["Query"] = "Everything that can be read.";
                options.RootDescriptions["Mutation"] = "Everything that changes something; each takes one `input` and answers with what changed or with `errors`.";
                options.RootDescriptions["Subscription"] = "Everything that can be followed live.";
                options.DefaultResolverCost = 5;
            })
            .ModifyRequestOptions(options =>
            {
                options.IncludeExceptionDetails = environment.IsDevelopment();
                options.AllowSuggestions = environment.IsDevelopment();
                options.ErrorFilter = UnavailableErrors.Tell;
                (options.Cost.MaxFieldCost, options.Cost.MaxTypeCost, options.Cost.ReportCost) = (10_000, 10_000, true);
                configuration.ReadInto(RequestSettings, options);
            })
            .ModifyServerOptions(options =>
            {
                var most = attachments.MaximumBytes * attachments.MaximumPerMessage;
                (options.Uploads.Enabled, options.Uploads.MaxFiles) = (true, attachments.MaximumPerMessage);
                (options.Uploads.MaxFileSize, options.Uploads.MaxTotalSize) = (attachments.MaximumBytes, most);

                // A person's windows and programs; and an office of such people behind one address.
                (options.MaxConnectionsPerClient, options.MaxConnectionsPerAddress) = (100, 2_000);
                configuration.ReadInto(ServerSettings, options);
            })
            .AddTypes(typeof(ApiFeature).Assembly)
            .AddMutationConventions()
            .AddFieldResultAdapter<ResultAdapter>()
            .AddRequestInterceptor<ViewerInterceptor>()
            .AddInMemorySubscriptions()
            .AddStorefrontScalars();
        return services;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        app.MapGraphQL();
        return app;
    }

    // A setting that is mistyped would be ignored in silence, and the limit with it.
    private static TOptions ReadInto<TOptions>(this IConfiguration configuration, string section, TOptions options)
        where TOptions : class
    {
        try
        {
            configuration.GetSection(section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
            return options;
        }
        catch (InvalidOperationException problem)
        {
            throw new StartRefusedException("Storefront cannot start with these settings of its API:", [$"{section}: {problem.InnerException?.Message ?? problem.Message}"]);
        }
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

using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Storefront.GraphQL.DataLoaders;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Subscriptions;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Authorization;
using Storefront.GraphQL.Types.Mutations;
using Storefront.GraphQL.Types.Pagination;

namespace Storefront.GraphQL.DependencyInjection;

/// <summary>Adds types and behaviour to a GraphQL server.</summary>
public static class RequestExecutorBuilderExtensions
{
    /// <summary>Changes the options of the schema.</summary>
    public static IRequestExecutorBuilder ModifyOptions(this IRequestExecutorBuilder builder, Action<SchemaConfiguration> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        configure(builder.Configuration);
        return builder;
    }

    /// <summary>Changes what holds for connections.</summary>
    public static IRequestExecutorBuilder ModifyPagingOptions(this IRequestExecutorBuilder builder, Action<PagingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.ModifyOptions(options => configure(options.Paging));
    }

    /// <summary>Adds every class of an assembly that is marked as a type, root type or extension.</summary>
    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder, Assembly assembly) =>
        builder.ModifyOptions(options =>
        {
            if (!options.Assemblies.Contains(assembly))
            {
                options.Assemblies.Add(assembly);
            }
        });

    /// <summary>Adds a class whose members are fields of the query root.</summary>
    public static IRequestExecutorBuilder AddQueryType<T>(this IRequestExecutorBuilder builder)
        where T : class => builder.ModifyOptions(options => options.Queries.Add(typeof(T)));

    /// <summary>Adds a class, static ones too, whose members are fields of the query root.</summary>
    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder, Type type) =>
        builder.ModifyOptions(options => options.Queries.Add(type));

    /// <summary>Adds a class whose methods are fields of the mutation root.</summary>
    public static IRequestExecutorBuilder AddMutationType<T>(this IRequestExecutorBuilder builder)
        where T : class => builder.AddMutationType(typeof(T));

    /// <summary>Adds a class, static ones too, whose methods are fields of the mutation root.</summary>
    public static IRequestExecutorBuilder AddMutationType(this IRequestExecutorBuilder builder, Type type) =>
        builder.ModifyOptions(options => options.Mutations.Add(type));

    /// <summary>Adds a class whose methods are fields of the subscription root.</summary>
    public static IRequestExecutorBuilder AddSubscriptionType<T>(this IRequestExecutorBuilder builder)
        where T : class => builder.AddSubscriptionType(typeof(T));

    /// <summary>Adds a class, static ones too, whose methods are fields of the subscription root.</summary>
    public static IRequestExecutorBuilder AddSubscriptionType(this IRequestExecutorBuilder builder, Type type) =>
        builder.ModifyOptions(options => options.Subscriptions.Add(type));

    /// <summary>Adds every class of the calling assembly that is marked as a type, root type or extension.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder) => builder.AddTypes(Assembly.GetCallingAssembly());

    /// <summary>Adds an object, interface, union or enum type that no field leads to, or a scalar type for the values of its own C# type.</summary>
    /// <exception cref="ArgumentException">The scalar cannot be made without arguments, or is of no C# type: it is bound by <c>BindRuntimeType</c>.</exception>
    public static IRequestExecutorBuilder AddType<T>(this IRequestExecutorBuilder builder)
    {
        if (!typeof(ScalarType).IsAssignableFrom(typeof(T)))
        {
            return builder.ModifyOptions(options => options.Types.Add(typeof(T)));
        }

        return typeof(T).GetConstructor(Type.EmptyTypes) is not null && (ScalarType)(object)Activator.CreateInstance<T>()! is { RuntimeType: { } type } scalar
            ? builder.ModifyOptions(options => options.Bindings[type] = scalar)
            : throw new ArgumentException($"{typeof(T)} is a scalar; say of which C# type its values are with BindRuntimeType.", nameof(T));
    }

    /// <summary>Adds a class with more fields of a type.</summary>
    public static IRequestExecutorBuilder AddTypeExtension<T>(this IRequestExecutorBuilder builder)
        where T : class => builder.AddTypeExtension(typeof(T));

    /// <summary>Adds a class, static ones too, with more fields of a type.</summary>
    public static IRequestExecutorBuilder AddTypeExtension(this IRequestExecutorBuilder builder, Type type) =>
        builder.ModifyOptions(options => options.Extensions.Add(type));

    /// <summary>Values of a C# type are of a scalar type; a converter is added where the scalar's own type is another.</summary>
    public static IRequestExecutorBuilder BindRuntimeType<TRuntime, TScalar>(this IRequestExecutorBuilder builder)
        where TScalar : ScalarType, new() => builder.BindRuntimeType<TRuntime>(new TScalar());

    /// <summary>Values of a C# type are of a scalar type.</summary>
    public static IRequestExecutorBuilder BindRuntimeType<TRuntime>(this IRequestExecutorBuilder builder, ScalarType scalar) =>
        builder.ModifyOptions(options => options.Bindings[typeof(TRuntime)] = scalar);

    /// <summary>Converts values between resolvers or arguments and scalars.</summary>
    public static IRequestExecutorBuilder AddTypeConverter<TFrom, TTo>(this IRequestExecutorBuilder builder, Func<TFrom, TTo> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        return builder.ModifyOptions(options => options.Converters.Add(convert));
    }

    /// <summary>Makes mutations take one <c>input</c> and return a payload with <c>errors</c>.</summary>
    public static IRequestExecutorBuilder AddMutationConventions(this IRequestExecutorBuilder builder, bool applyToAllMutations = true) =>
        builder.AddMutationConventions(new MutationConventionOptions { ApplyToAllMutations = applyToAllMutations });

    /// <summary>Makes mutations take one <c>input</c> and return a payload with <c>errors</c>.</summary>
    public static IRequestExecutorBuilder AddMutationConventions(this IRequestExecutorBuilder builder, MutationConventionOptions conventions) =>
        builder.ModifyOptions(options => options.MutationConventions = conventions);

    /// <summary>Teaches the mutation conventions a result type of the host's own.</summary>
    public static IRequestExecutorBuilder AddFieldResultAdapter<TAdapter>(this IRequestExecutorBuilder builder)
        where TAdapter : IFieldResultAdapter, new() => builder.ModifyOptions(options => options.ResultAdapters.Add(new TAdapter()));

    /// <summary>
    /// Teaches the mutation conventions a generic result type by the names of two of its properties, such as
    /// <c>AddFieldResult(typeof(Result&lt;&gt;), "Value", "Refusal")</c>.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="definition">The open generic type, whose only argument is the value's type.</param>
    /// <param name="valueProperty">The value, read where there is no error.</param>
    /// <param name="errorProperty">The error; null where there is none.</param>
    public static IRequestExecutorBuilder AddFieldResult(this IRequestExecutorBuilder builder, Type definition, string valueProperty, string errorProperty) =>
        builder.ModifyOptions(options => options.ResultAdapters.Add(new PropertyFieldResultAdapter(definition, valueProperty, errorProperty)));

    /// <summary>Decides about <c>[Authorize]</c>.</summary>
    public static IRequestExecutorBuilder AddAuthorizationHandler<THandler>(this IRequestExecutorBuilder builder)
        where THandler : class, IAuthorizationHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<IAuthorizationHandler, THandler>();
        return builder;
    }

    /// <summary>Lets resolvers ask for a data loader by an interface. A class needs no registration.</summary>
    public static IRequestExecutorBuilder AddDataLoader<TService, TImplementation>(this IRequestExecutorBuilder builder)
        where TService : class, IDataLoader
        where TImplementation : class, TService
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(new DataLoaderRegistration(typeof(TService), typeof(TImplementation)));
        return builder;
    }

    /// <summary>Does nothing, since a data loader's class needs no registration; for those who are used to it.</summary>
    public static IRequestExecutorBuilder AddDataLoader<T>(this IRequestExecutorBuilder builder)
        where T : class, IDataLoader => builder;

    /// <summary>
    /// Brings what the request's instance of a scoped service knows, such as who asks, into the instance of a resolver that has a scope of its own.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="initializer">Given the request's instance and the resolver's; called for each such scope.</param>
    public static IRequestExecutorBuilder AddScopedServiceInitializer<TService>(this IRequestExecutorBuilder builder, Action<TService, TService> initializer)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(initializer);
        builder.Services.AddSingleton<ScopedServiceInitializer>(new ScopedServiceInitializer<TService>(initializer));
        return builder;
    }

    /// <summary>Adds topics inside this process.</summary>
    public static IRequestExecutorBuilder AddInMemorySubscriptions(this IRequestExecutorBuilder builder, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (options is not null)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(options));
        }

        builder.Services.TryAddSingleton<InMemoryTopics>();
        builder.Services.TryAddSingleton<ITopicEventSender>(services => services.GetRequiredService<InMemoryTopics>());
        builder.Services.TryAddSingleton<ITopicEventReceiver>(services => services.GetRequiredService<InMemoryTopics>());
        return builder;
    }

    /// <summary>Adds a schema document; its fields need resolvers, or read the parent's property of their name.</summary>
    public static IRequestExecutorBuilder AddDocumentFromString(this IRequestExecutorBuilder builder, string source) =>
        builder.ConfigureSchema(schema => schema.AddDocument(Utf8GraphQLParser.Parse(source, ParserOptions.Trusted)));

    /// <summary>Changes the schema while it is put together.</summary>
    public static IRequestExecutorBuilder ConfigureSchema(this IRequestExecutorBuilder builder, Action<SchemaBuilder> configure) =>
        builder.ModifyOptions(options => options.Builders.Add(configure));
}

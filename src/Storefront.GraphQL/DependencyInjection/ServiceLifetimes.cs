using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Storefront.GraphQL.DependencyInjection;

/// <summary>
/// Which services are made anew for each scope, as they were registered. One that is made for each call belongs to a scope where it takes
/// something of one, or where nobody can tell.
/// </summary>
internal sealed class ServiceLifetimes(IServiceCollection services)
{
    private readonly Dictionary<(Type Type, object? Key), bool> known = [];

    /// <param name="type">A service, or a class that is made with services.</param>
    /// <param name="key">The key of a keyed service; null for one without.</param>
    public bool IsScoped(Type type, object? key = null)
    {
        if (!known.TryGetValue((type, key), out var isScoped))
        {
            // A circle is the container's to refuse.
            known[(type, key)] = false;
            known[(type, key)] = isScoped = Find(type, key);
        }

        return isScoped;
    }

    private bool Find(Type type, object? key)
    {
        if (type == typeof(IServiceProvider))
        {
            return true;
        }

        if (type == typeof(IServiceScopeFactory) || type == typeof(IServiceProviderIsService) || type == typeof(IServiceProviderIsKeyedService))
        {
            return false;
        }

        if (Registration(type, key) is { } registration)
        {
            return IsScoped(registration);
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            ? services.Any(service => service.ServiceType == type.GetGenericArguments()[0] && IsScoped(service))
            : type.IsInterface || type.IsAbstract || TakesScoped(type);
    }

    private bool IsScoped(ServiceDescriptor service) => service.Lifetime switch
    {
        ServiceLifetime.Singleton => false,
        ServiceLifetime.Scoped => true,
        _ => (service.IsKeyedService ? service.KeyedImplementationType : service.ImplementationType) is not { } type || TakesScoped(type),
    };

    private bool TakesScoped(Type type) => type.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .Any(parameter => IsKnown(parameter, out var key) && IsScoped(parameter.ParameterType, key));

    // What is not registered is no service: a value with a default, or what the container refuses to make.
    private bool IsKnown(ParameterInfo parameter, out object? key)
    {
        key = parameter.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key;
        return parameter.ParameterType == typeof(IServiceProvider)
            || parameter.ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            || Registration(parameter.ParameterType, key) is not null;
    }

    // The last one counts.
    private ServiceDescriptor? Registration(Type type, object? key)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return services.LastOrDefault(service => service.ServiceType == type && Equals(service.ServiceKey, key))
            ?? services.LastOrDefault(service => definition is not null && service.ServiceType == definition && Equals(service.ServiceKey, key));
    }
}

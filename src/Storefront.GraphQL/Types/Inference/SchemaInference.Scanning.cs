using System.Reflection;
using System.Runtime.CompilerServices;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Types.Inference;

/// <content>Finds the classes that make up the schema.</content>
internal sealed partial class SchemaInference
{
    private void Scan()
    {
        foreach (var type in configuration.Assemblies.SelectMany(assembly => assembly.GetTypes()).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (type.IsDefined(typeof(GraphQLIgnoreAttribute), false) || type.IsDefined(typeof(CompilerGeneratedAttribute), false))
            {
                continue;
            }

            scanned.Add(type);
            AddIf<QueryTypeAttribute>(type, configuration.Queries);
            AddIf<MutationTypeAttribute>(type, configuration.Mutations);
            AddIf<SubscriptionTypeAttribute>(type, configuration.Subscriptions);
            if (IsExtension(type))
            {
                AddTo(configuration.Extensions, type);
            }
            else if (type.IsDefined(typeof(ObjectTypeAttribute), false) || type.IsDefined(typeof(InterfaceTypeAttribute), false) || type.IsDefined(typeof(UnionTypeAttribute), false))
            {
                AddTo(configuration.Types, type);
            }
        }

        foreach (var type in configuration.Extensions)
        {
            extensions.AddRange(TypeExtension.Of(type));
            extensions[^1].TargetName ??= RootName(extensions[^1].TargetType!);
            if (type.GetCustomAttributes<ObjectTypeAttribute>().Any(attribute => attribute.GetType().IsGenericType))
            {
                AddTo(configuration.Types, extensions[^1].TargetType!);
            }
        }
    }

    // A root's class stands for the root.
    private string? RootName(Type type) =>
        configuration.Queries.Contains(type) ? OperationTypeNames.Query
        : configuration.Mutations.Contains(type) ? OperationTypeNames.Mutation
        : configuration.Subscriptions.Contains(type) ? OperationTypeNames.Subscription
        : null;

    private static bool IsExtension(Type type) =>
        type.IsDefined(typeof(ExtendObjectTypeAttribute), false)
        || type.GetCustomAttributes<ObjectTypeAttribute>(false).Any(attribute => attribute.GetType().IsGenericType)
        || type.GetCustomAttributes<InterfaceTypeAttribute>(false).Any(attribute => attribute.GetType().IsGenericType);

    private static void AddIf<TAttribute>(Type type, List<Type> list)
    {
        if (type.IsDefined(typeof(TAttribute), false))
        {
            AddTo(list, type);
        }
    }

    private static void AddTo(List<Type> list, Type type)
    {
        if (!list.Contains(type))
        {
            list.Add(type);
        }
    }
}

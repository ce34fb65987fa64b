using System.Linq.Expressions;
using System.Reflection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Subscriptions;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Types.Inference;

internal sealed partial class SchemaInference
{
    private OutputField? CreateSubscriptionField(FieldSource source, MemberInfo member)
    {
        if (member is not MethodInfo method)
        {
            return null;
        }

        var shape = Awaited(ClrShape.Of(method));
        var name = Naming.FieldName(method);
        var place = $"{source.Owner.Name}.{name}";
        var subscribe = method.GetCustomAttribute<SubscribeAttribute>();
        var isItsOwnStream = subscribe?.With is null && shape.Unwrap(typeof(IAsyncEnumerable<>), typeof(ISourceStream<>)) is not null;
        var field = isItsOwnStream ? EventField(method, shape, name, place) : CreateField(source, method, null);
        if (field is null)
        {
            return null;
        }

        var message = Array.Find(method.GetParameters(), parameter => parameter.IsDefined(typeof(EventMessageAttribute)));
        var opened = isItsOwnStream ? Open(field, source, method, place)
            : subscribe?.With is { } with ? OpenWith(field, source, method, with, place)
            : message is not null ? OpenTopic(field, method, message, place)
            : null;
        if (opened is null)
        {
            errors.Report($"{place} has no source of events: give it a parameter marked [EventMessage], [Subscribe(With = …)], or return an IAsyncEnumerable.");
            return field;
        }

        field.Subscribe = new SubscribeResolver(Guarded(opened, Demands(method, source.Class)));
        return field;
    }

    // Authorization is asked for once, before the stream is opened.
    private static Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> Guarded(
        Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> open,
        List<Authorization.AuthorizeDirective> demands) =>
        demands.Count == 0 ? open : async context =>
        {
            await AuthorizeAsync(context, demands).ConfigureAwait(false);
            return await open(context).ConfigureAwait(false);
        };

    private OutputField EventField(MethodInfo method, ClrShape shape, string name, string place)
    {
        var item = shape.Element ?? shape.Argument(0);
        var field = new OutputField(name, Output(item, place));
        Describe(field, method, null);
        var convert = ElementConversion(item, field.Type.NamedType, place);
        field.Resolver = new PureResolver(context => context.EventMessage is { } message && convert is not null ? convert(message) : context.EventMessage);
        return field;
    }

    private Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>>? OpenWith(OutputField field, FieldSource source, MethodInfo method, string with, string place)
    {
        var opener = source.Class.GetMethod(with, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance);
        if (opener is null)
        {
            errors.Report($"{place} subscribes with {method.DeclaringType}.{with}, which does not exist.");
            return _ => throw new InvalidOperationException();
        }

        return Open(field, source, opener, place);
    }

    private Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>>? Open(OutputField field, FieldSource source, MethodInfo method, string place)
    {
        var stream = Awaited(ClrShape.Of(method)).Type;
        var contract = stream.GetInterfaces().Prepend(stream).FirstOrDefault(type => type.IsGenericType
            && (type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) || type.GetGenericTypeDefinition() == typeof(ISourceStream<>)));
        if (contract is null)
        {
            return null;
        }

        var arguments = method.GetParameters().Select(parameter => Parameter(field, parameter, place)).ToList();
        var resolver = ResolverCompiler.Compile(Expression.Call(method.IsStatic ? null : Instance(source, method), method, arguments)).AsAsync;
        var adapt = EventStreams.Adapter(contract);
        return async context => adapt(await resolver(context).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"{method.DeclaringType}.{method.Name} gave no stream."));
    }

    private Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> OpenTopic(OutputField field, MethodInfo method, ParameterInfo message, string place)
    {
        var pattern = method.GetCustomAttribute<TopicAttribute>()?.Name ?? message.GetCustomAttribute<TopicAttribute>()?.Name ?? method.Name;
        foreach (var name in EventStreams.Placeholders(pattern).Where(name => !field.Arguments.Contains(name)))
        {
            errors.Report($"{place} listens to the topic \"{pattern}\", but has no argument {name}.");
        }

        return EventStreams.Topic(pattern, message.ParameterType);
    }
}

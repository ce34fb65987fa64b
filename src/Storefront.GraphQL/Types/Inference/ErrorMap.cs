using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Turns exceptions and refusals into the errors that a mutation declares.</summary>
internal sealed class ErrorMap
{
    private readonly List<Type> declared;
    private readonly List<(Type Source, Func<object, object> Create)> factories = [];

    public ErrorMap(IReadOnlyList<Type> declared)
    {
        this.declared = [.. declared];
        foreach (var type in declared)
        {
            var makers = type.GetMethods(BindingFlags.Static | BindingFlags.Public)
                .Where(method => method.Name == "CreateErrorFrom" && method.GetParameters().Length == 1 && type.IsAssignableFrom(method.ReturnType))
                .Cast<MethodBase>()
                .Concat(type.IsAbstract ? [] : type.GetConstructors().Where(constructor =>
                    constructor.GetParameters() is [{ ParameterType: { IsClass: true } only }] && only != typeof(string)));
            factories.AddRange(makers.Select(maker => (maker.GetParameters()[0].ParameterType, Compile(maker))));
        }
    }

    public bool TryMap(object error, [NotNullWhen(true)] out object? mapped)
    {
        mapped = declared.Exists(type => type.IsInstanceOfType(error))
            ? error
            : factories.Where(factory => factory.Source.IsInstanceOfType(error)).Select(factory => factory.Create(error)).FirstOrDefault();
        mapped = mapped is Exception exception ? new ExceptionValue(exception) : mapped;
        return mapped is not null;
    }

    private static Func<object, object> Compile(MethodBase maker)
    {
        var source = Expression.Parameter(typeof(object));
        var argument = Expression.Convert(source, maker.GetParameters()[0].ParameterType);
        Expression made = maker is ConstructorInfo constructor ? Expression.New(constructor, argument) : Expression.Call((MethodInfo)maker, argument);
        return Expression.Lambda<Func<object, object>>(Expression.Convert(made, typeof(object)), source).Compile();
    }
}

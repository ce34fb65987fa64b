using System.Reflection;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Shared;

/// <summary>Rules reckon in whole minor units and whole minutes.</summary>
public class ExactnessTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<Type> Inexact = [typeof(float), typeof(double), typeof(Half)];

    [Fact]
    public void COM_01_No_rule_holds_takes_or_gives_a_floating_point_number()
    {
        // How well a house's colours can be read is no rule.
        var found = from type in typeof(Money).Assembly.GetTypes()
                    where type.Namespace?.StartsWith("Storefront.Domain.Houses", StringComparison.Ordinal) == false
                    from member in type.GetMembers(All)
                    where TypesOf(member).Any(used => Inexact.Contains(used))
                    select $"{type.FullName}.{member.Name}";
        Assert.Empty(found);
    }

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => [method.ReturnType, .. Locals(method), .. method.GetParameters().Select(parameter => parameter.ParameterType)],
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        _ => [],
    };

    private static IEnumerable<Type> Locals(MethodInfo method) => method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [];
}

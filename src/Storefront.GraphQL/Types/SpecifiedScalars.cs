using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types;

/// <summary>The scalars that every schema may use without defining them (section 3.5).</summary>
public static class SpecifiedScalars
{
    /// <summary>Int, Float, String, Boolean and ID.</summary>
    public static IReadOnlyList<ScalarType> All { get; } =
        [IntType.Instance, FloatType.Instance, StringType.Instance, BooleanType.Instance, IdType.Instance];
}

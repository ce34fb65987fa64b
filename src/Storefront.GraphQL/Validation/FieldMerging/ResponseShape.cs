using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.FieldMerging;

/// <summary>Compares types by the shape that their values have in a response (SameResponseShape, section 5.3.2).</summary>
internal static class ResponseShape
{
    /// <summary>Whether lists, non-nulls and leaves agree; objects differ only by what is selected on them.</summary>
    public static bool IsSame(IType left, IType right) => (left, right) switch
    {
        (NonNullType, NonNullType) => IsSame(left.Nullable, right.Nullable),
        (NonNullType, _) or (_, NonNullType) => false,
        (ListType leftList, ListType rightList) => IsSame(leftList.ElementType, rightList.ElementType),
        (NamedType leftNamed, NamedType rightNamed) => leftNamed.IsLeaf || rightNamed.IsLeaf ? leftNamed == rightNamed : true,
        _ => false,
    };
}

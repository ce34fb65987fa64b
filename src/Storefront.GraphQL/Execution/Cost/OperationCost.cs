namespace Storefront.GraphQL.Execution.Cost;

/// <summary>A cost in the IBM GraphQL cost specification's terms; at least 0 and always finite.</summary>
/// <param name="FieldCost">What fields, arguments and directives weigh.</param>
/// <param name="TypeCost">What the objects of the answer weigh.</param>
public readonly record struct OperationCost(double FieldCost, double TypeCost)
{
    /// <summary>More than any limit, and still exact as a number of JSON.</summary>
    internal const double Most = 1e15;

    /// <summary>What a client is charged: the larger of both as a whole number, at least 1.</summary>
    public double Charge => Math.Max(1, Math.Ceiling(Math.Max(FieldCost, TypeCost)));

    internal OperationCost Plus(OperationCost other) => Bounded(FieldCost + other.FieldCost, TypeCost + other.TypeCost);

    // Nothing of something that is too large is nothing.
    internal OperationCost Times(double count) => count <= 0 ? default : Bounded(FieldCost * count, TypeCost * count);

    internal OperationCost Max(OperationCost other) => new(Math.Max(FieldCost, other.FieldCost), Math.Max(TypeCost, other.TypeCost));

    private static OperationCost Bounded(double field, double type) => new(Math.Min(field, Most), Math.Min(type, Most));
}

namespace Storefront.GraphQL.Types.Attributes;

/// <summary>What a field or type weighs in cost analysis (<c>@cost</c> of the IBM cost specification). Non-negative.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class CostAttribute(double weight) : Attribute
{
    /// <summary>The weight.</summary>
    public double Weight { get; } = weight;
}

/// <summary>How long a field's list may become (<c>@listSize</c> of the IBM cost specification).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>The length assumed where no slicing argument says it; 0 for none.</summary>
    public int AssumedSize { get; set; }

    /// <summary>Arguments whose value is the length's upper bound.</summary>
    public string[] SlicingArguments { get; set; } = [];

    /// <summary>The value of a slicing argument that was not given; 0 for none.</summary>
    public int SlicingArgumentDefaultValue { get; set; }

    /// <summary>Fields of the field's type that are the list.</summary>
    public string[] SizedFields { get; set; } = [];

    /// <summary>Whether exactly one slicing argument must be given.</summary>
    public bool RequireOneSlicingArgument { get; set; } = true;
}

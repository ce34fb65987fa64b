using Storefront.Domain.Projects;
using Storefront.GraphQL.Types.Descriptors;

namespace Storefront.Features.Plans;

/// <summary>Something that is bought once and becomes a project (TEC-01).</summary>
[ObjectType<Package>]
public static class PackageType
{
    public static void Configure(IObjectTypeDescriptor<Package> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(package => package.Key);
        descriptor.Field(package => package.Name);
        descriptor.Field(package => package.Description);
        descriptor.Field(package => package.PlatformKey);
        descriptor.Field(package => package.DeliveryBusinessDays);
        descriptor.Field(package => package.Items);
        descriptor.Field(package => package.Designs);
        descriptor.Field(package => package.Parts);
        descriptor.Field(package => package.Prices);
    }
}

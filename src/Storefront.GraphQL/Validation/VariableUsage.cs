using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>A place where a variable is used (section 5.8.5).</summary>
/// <param name="Node">The variable.</param>
/// <param name="Type">The type expected at the place; null when unknown.</param>
/// <param name="DefaultValue">The default of the argument or input field; null when there is none.</param>
/// <param name="InputObject">The input object type whose field it is the value of; null elsewhere.</param>
internal readonly record struct VariableUsage(VariableNode Node, IType? Type, ValueNode? DefaultValue, InputObjectType? InputObject);

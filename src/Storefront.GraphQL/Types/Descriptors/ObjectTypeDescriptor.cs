using System.Linq.Expressions;
using System.Reflection;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Types.Descriptors;

/// <summary>What descriptors say of a type, by the C# names of its members.</summary>
internal abstract class ObjectTypeDescription
{
    public string? TypeName { get; protected set; }

    public string? TypeDescription { get; protected set; }

    public bool IsExplicit { get; protected set; }

    public Dictionary<string, FieldDescription> Fields { get; } = new(StringComparer.Ordinal);
}

/// <summary>What a descriptor says of a field.</summary>
internal sealed class FieldDescription : IObjectFieldDescriptor
{
    public string? FieldName { get; private set; }

    public string? FieldText { get; private set; }

    public string? DeprecationReason { get; private set; }

    public string? FieldType { get; private set; }

    public CostAttribute? FieldCost { get; private set; }

    public ListSizeAttribute? Size { get; private set; }

    public bool IsIgnored { get; private set; }

    public IObjectFieldDescriptor Name(string name)
    {
        FieldName = name;
        return this;
    }

    public IObjectFieldDescriptor Description(string description)
    {
        FieldText = description;
        return this;
    }

    public IObjectFieldDescriptor Deprecated(string reason)
    {
        DeprecationReason = reason;
        return this;
    }

    public IObjectFieldDescriptor Type(string type)
    {
        FieldType = type;
        return this;
    }

    public IObjectFieldDescriptor Cost(double weight)
    {
        FieldCost = new CostAttribute(weight);
        return this;
    }

    public IObjectFieldDescriptor ListSize(int assumedSize)
    {
        Size = new ListSizeAttribute { AssumedSize = assumedSize };
        return this;
    }

    public IObjectFieldDescriptor Ignore()
    {
        IsIgnored = true;
        return this;
    }
}

/// <summary>Collects what a <c>Configure</c> method says.</summary>
internal sealed class ObjectTypeDescriptor<T> : ObjectTypeDescription, IObjectTypeDescriptor<T>
{
    public IObjectTypeDescriptor<T> Name(string name)
    {
        TypeName = name;
        return this;
    }

    public IObjectTypeDescriptor<T> Description(string description)
    {
        TypeDescription = description;
        return this;
    }

    public IObjectTypeDescriptor<T> BindFieldsExplicitly()
    {
        IsExplicit = true;
        return this;
    }

    public IObjectTypeDescriptor<T> Ignore(Expression<Func<T, object?>> member)
    {
        Find(member).Ignore();
        return this;
    }

    public IObjectFieldDescriptor Field(Expression<Func<T, object?>> member) => Find(member);

    private FieldDescription Find(Expression<Func<T, object?>> member)
    {
        var body = member.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : member.Body;
        MemberInfo found = body switch
        {
            MemberExpression access => access.Member,
            MethodCallExpression call => call.Method,
            _ => throw new ArgumentException($"{member} names no member.", nameof(member)),
        };
        if (!Fields.TryGetValue(found.Name, out var description))
        {
            Fields.Add(found.Name, description = new FieldDescription());
        }

        return description;
    }
}

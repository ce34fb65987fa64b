using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Storefront.GraphQL.Execution.Coercion;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution.Plan;

/// <summary>A field of a <see cref="SelectionSet"/>: everything about it that does not depend on a request.</summary>
internal sealed class Selection
{
    private readonly Operation operation;
    private readonly SelectionSetNode[] selectionSets;
    private readonly ConcurrentDictionary<ObjectType, SelectionSet>? compiled;
    private SelectionSet? last;

    public Selection(Operation operation, ObjectType objectType, OutputField field, string responseName, int order, IReadOnlyList<FieldNode> nodes)
    {
        this.operation = operation;
        Id = operation.NextSelectionId();
        ObjectType = objectType;
        Field = field;
        ResponseName = responseName;
        Order = order;
        Nodes = nodes;
        Key = Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(responseName, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\":");
        Resolver = field.Resolver ?? DefaultResolver.For(field.Name);
        selectionSets = [.. nodes.Where(node => node.SelectionSet is not null).Select(node => node.SelectionSet!)];
        compiled = selectionSets.Length > 0 ? new ConcurrentDictionary<ObjectType, SelectionSet>() : null;
        ConstantArguments = ArgumentCoercion.TryCoerceConstants(field, nodes[0]);
    }

    /// <summary>The place of this selection's entry in a request's tables.</summary>
    public int Id { get; }

    public ObjectType ObjectType { get; }

    public OutputField Field { get; }

    public string ResponseName { get; }

    /// <summary>The place in its selection set, from 0.</summary>
    public int Order { get; }

    /// <summary>The response name as it is written: with quotation marks and colon, in UTF-8.</summary>
    public byte[] Key { get; }

    /// <summary>The nodes merged into this field; arguments are read from the first, since validation has found them equal.</summary>
    public IReadOnlyList<FieldNode> Nodes { get; }

    public FieldResolver Resolver { get; }

    /// <summary>The arguments, when they depend on no variable and are valid; null otherwise.</summary>
    public ArgumentValues? ConstantArguments { get; }

    /// <summary>What is selected on a value of this object type; compiled when first needed.</summary>
    public SelectionSet GetSelectionSet(ObjectType objectType)
    {
        // Nearly every field has values of one type only.
        var recent = last;
        if (recent is not null && ReferenceEquals(recent.ObjectType, objectType))
        {
            return recent;
        }

        var set = compiled!.GetOrAdd(objectType, static (type, self) => self.operation.Compile(type, self.selectionSets), this);
        last = set;
        return set;
    }

    public IReadOnlyList<SourceLocation> Locations =>
        [.. Nodes.Where(node => node.Location is not null).Select(node => new SourceLocation(node.Location!.Line, node.Location.Column))];

    public string Coordinate => $"{ObjectType.Name}.{Field.Name}";
}

using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>
/// The directives that may be used in a document: those it defines, those of the schema and, where there is no schema, those of the
/// specification (section 3.13).
/// </summary>
internal sealed class DirectiveSignatures
{
    private static readonly Dictionary<string, DirectiveSignature> Specified = Read(Utf8GraphQLParser.Parse(
        """
        directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @include(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @deprecated(reason: String! = "No longer supported") on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        directive @specifiedBy(url: String!) on SCALAR
        directive @oneOf on INPUT_OBJECT
        """u8));

    private readonly Schema? schema;
    private readonly Dictionary<string, DirectiveSignature> known;

    /// <summary>Takes up the document's own directives.</summary>
    public DirectiveSignatures(Schema? schema, DocumentNode document)
    {
        this.schema = schema;
        known = Read(document);
    }

    /// <summary>Finds a directive by name, without the at sign.</summary>
    public DirectiveSignature? Find(string name)
    {
        if (known.TryGetValue(name, out var signature))
        {
            return signature;
        }

        if (schema is null)
        {
            return Specified.GetValueOrDefault(name);
        }

        return schema.TryGetDirective(name, out var directive) ? known[name] = DirectiveSignature.Of(directive) : null;
    }

    private static Dictionary<string, DirectiveSignature> Read(DocumentNode document)
    {
        var signatures = new Dictionary<string, DirectiveSignature>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
        {
            if (definition is DirectiveDefinitionNode directive)
            {
                signatures[directive.Name.Value] = DirectiveSignature.Of(directive);
            }
        }

        return signatures;
    }
}

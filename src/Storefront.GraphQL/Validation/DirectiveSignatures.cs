using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>
/// The directives that may be used in a document: those it defines, those of the schema and, where there is no schema, those of the
/// specification (section 3.13).
/// </summary>
internal sealed class DirectiveSignatures
{
    private static readonly Dictionary<string, DirectiveSignature> Specified =
        SpecifiedDirectives.All.ToDictionary(directive => directive.Name, DirectiveSignature.Of, StringComparer.Ordinal);

    private readonly Schema? schema;
    private readonly GivenDefinitions given;
    private readonly Dictionary<string, DirectiveSignature> known;

    /// <summary>Takes up the document's own directives.</summary>
    public DirectiveSignatures(Schema? schema, DocumentNode document, GivenDefinitions given)
    {
        this.schema = schema;
        this.given = given;
        known = Read(document);
    }

    /// <summary>Finds a directive by name, without the at sign.</summary>
    public DirectiveSignature? Find(string name)
    {
        if (known.TryGetValue(name, out var signature))
        {
            return signature;
        }

        if (given.TryGetDirective(name, out var directive) || schema?.TryGetDirective(name, out directive) == true)
        {
            return known[name] = DirectiveSignature.Of(directive!);
        }

        return schema is null ? Specified.GetValueOrDefault(name) : null;
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

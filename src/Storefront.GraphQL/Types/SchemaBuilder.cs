using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types.Sdl;
using Storefront.GraphQL.Types.Validation;
using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.Types;

/// <summary>Puts a <see cref="Schema"/> together from types, directives and schema documents, and checks it (section 3).</summary>
public sealed class SchemaBuilder
{
    private readonly List<DocumentNode> documents = [];
    private readonly List<NamedType> types = [];
    private readonly List<NamedType> offered = [];
    private readonly List<DirectiveType> directives = [];
    private readonly Dictionary<OperationType, ObjectType> roots = [];
    private readonly Dictionary<(string Type, string Field), FieldResolver> resolvers = [];
    private readonly List<Func<ComplexType, OutputField, FieldResolver?>> resolverSources = [];
    private string? description;

    /// <summary>A builder that begins with a parsed schema document.</summary>
    public static SchemaBuilder FromDocument(DocumentNode document) => new SchemaBuilder().AddDocument(document);

    /// <summary>A builder that begins with a schema document's source.</summary>
    /// <exception cref="SyntaxException">It is no document.</exception>
    public static SchemaBuilder FromDocument(string source) => FromDocument(Utf8GraphQLParser.Parse(source, ParserOptions.Trusted));

    /// <summary>Describes the schema.</summary>
    public SchemaBuilder SetDescription(string? text)
    {
        description = text;
        return this;
    }

    /// <summary>Adds the definitions and extensions of a schema document. Scalars of a type added by <see cref="AddType"/> need no definition.</summary>
    public SchemaBuilder AddDocument(DocumentNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        documents.Add(document);
        return this;
    }

    /// <summary>Adds a type. One that the root types reach need not be added.</summary>
    public SchemaBuilder AddType(NamedType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        types.Add(type);
        return this;
    }

    /// <summary>Lets documents name a type that is in the schema only where it is named.</summary>
    internal void OfferType(NamedType type) => offered.Add(type);

    /// <summary>Adds a directive besides those of the specification.</summary>
    public SchemaBuilder AddDirective(DirectiveType directive)
    {
        ArgumentNullException.ThrowIfNull(directive);
        directives.Add(directive);
        return this;
    }

    /// <summary>Sets the root type of a kind of operation (section 3.3.1).</summary>
    public SchemaBuilder SetRootType(OperationType operation, ObjectType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        roots[operation] = type;
        return this;
    }

    /// <summary>Gives a field of a document its resolver.</summary>
    public SchemaBuilder AddResolver(string typeName, string fieldName, FieldResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        resolvers[(typeName, fieldName)] = resolver;
        return this;
    }

    /// <summary>Asks for the resolver of every field that has none; null leaves it without.</summary>
    public SchemaBuilder UseResolvers(Func<ComplexType, OutputField, FieldResolver?> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        resolverSources.Add(source);
        return this;
    }

    /// <summary>Builds and checks the schema.</summary>
    /// <exception cref="SchemaException">It breaks rules of the specification; all of them are listed.</exception>
    public Schema Build() => Build(new SchemaErrors());

    /// <summary>Builds and checks the schema; problems found before are listed with those found here.</summary>
    internal Schema Build(SchemaErrors errors)
    {
        var builtRoots = new Dictionary<OperationType, ObjectType>(roots);
        var given = new List<NamedType>(types);
        var givenDirectives = new List<DirectiveType>(directives);
        var schemaDescription = description;
        var namesQueryRoot = false;
        var applied = new List<DirectiveNode>();
        if (documents.Count > 0)
        {
            List<NamedType> known = [.. types, .. offered.Where(type => types.TrueForAll(other => other.Name != type.Name))];
            var document = new DocumentNode([.. documents.SelectMany(part => part.Definitions)]);
            errors.AddRange(SchemaDocumentValidator.Validate(document, null, new GivenDefinitions(known, directives)));
            if (errors.Any(IsInTheWay))
            {
                errors.ThrowIfAny();
            }

            var built = new SdlTypes(document, known, errors);
            namesQueryRoot = built.NamesQueryRoot;
            applied = built.SchemaDirectives;
            schemaDescription ??= built.Description;
            given.AddRange(built.Types);
            givenDirectives.AddRange(built.Directives);
            foreach (var (operation, type) in built.Roots)
            {
                builtRoots.TryAdd(operation, type);
            }
        }

        foreach (var directive in SpecifiedDirectives.All.Where(directive => givenDirectives.TrueForAll(other => other.Name != directive.Name)))
        {
            givenDirectives.Add(directive);
        }

        BindResolvers(given);
        var schema = new Schema(
            schemaDescription,
            builtRoots.GetValueOrDefault(OperationType.Query),
            builtRoots.GetValueOrDefault(OperationType.Mutation),
            builtRoots.GetValueOrDefault(OperationType.Subscription),
            TypeCollector.Collect(given, builtRoots, givenDirectives),
            givenDirectives)
        {
            AppliedDirectives = applied,
        };
        SchemaValidator.Validate(schema, errors, namesQueryRoot);
        schema.Costs = new SchemaCosts(schema, errors);
        errors.ThrowIfAny();
        return schema;
    }

    // Types cannot be made of a document that names or extends what there is not; where it breaks other rules, its types may have faults too.
    private static bool IsInTheWay(GraphQLError error) => error.Rule is "KnownTypeNames" or "PossibleTypeExtensions" or "UniqueTypeNames";

    private void BindResolvers(List<NamedType> given)
    {
        foreach (var type in given.OfType<ComplexType>())
        {
            foreach (var field in type.Fields)
            {
                if (resolvers.TryGetValue((type.Name, field.Name), out var resolver))
                {
                    field.Resolver = resolver;
                    continue;
                }

                foreach (var source in resolverSources)
                {
                    field.Resolver ??= source(type, field);
                }
            }
        }
    }
}

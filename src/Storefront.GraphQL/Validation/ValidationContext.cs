using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>One validation: the document, the schema, the errors so far and what several rules need to know.</summary>
internal sealed class ValidationContext
{
    /// <summary>The code of validation errors in a response.</summary>
    public const string ErrorCode = "GRAPHQL_VALIDATION_FAILED";

    private const int LongestMessage = 2000;
    private const string Specification = "https://spec.graphql.org/September2025/#";

    private readonly List<GraphQLError> errors = [];
    private int remainingWork;

    /// <summary>Begins a validation; without a schema only a schema document can be validated.</summary>
    public ValidationContext(Schema? schema, DocumentNode document, ValidationOptions options, GivenDefinitions? given = null)
    {
        Schema = schema;
        Given = given ?? GivenDefinitions.None;
        Document = document;
        Options = options;
        remainingWork = options.MaxWork;
        Fragments = new FragmentGraph(this);
        Directives = new DirectiveSignatures(schema, document, Given);
    }

    /// <summary>The schema; null when a schema document stands for itself.</summary>
    public Schema? Schema { get; }

    /// <summary>What a schema document may name besides its own definitions and those of the schema.</summary>
    public GivenDefinitions Given { get; }

    /// <summary>The document.</summary>
    public DocumentNode Document { get; }

    /// <summary>The options.</summary>
    public ValidationOptions Options { get; }

    /// <summary>What the schema knows about the current node.</summary>
    public TypeInfo Types { get; } = new();

    /// <summary>The document's fragments and what they lead to.</summary>
    public FragmentGraph Fragments { get; }

    /// <summary>The directives that the schema or the document defines.</summary>
    public DirectiveSignatures Directives { get; }

    /// <summary>Walks the document with these rules.</summary>
    public IReadOnlyList<GraphQLError> Run(IReadOnlyList<Func<ValidationContext, ValidationRule>> rules)
    {
        try
        {
            new DocumentWalker(Schema, Types, [.. rules.Select(create => create(this))]).Walk(Document);
        }
        catch (ValidationAbortedException)
        {
            // The last error says why.
        }

        return errors;
    }

    /// <summary>Adds an error, or ends the validation when there are enough.</summary>
    public void Report(ValidationRule rule, string message, IEnumerable<SyntaxNode> nodes)
    {
        if (errors.Count >= Options.MaxErrors)
        {
            Abort(new GraphQLError { Message = "Too many validation errors, error limit reached. Validation aborted.", Code = ErrorCode });
        }

        errors.Add(new GraphQLError
        {
            Message = message.Length > LongestMessage ? $"{message[..LongestMessage]}…" : message,
            Code = ErrorCode,
            Rule = rule.Name,
            Locations = LocationsOf(nodes),
            Extensions = ExtensionsOf(rule),
        });
    }

    /// <summary>Pays for steps that the document's length does not bound, or ends the validation.</summary>
    public void Spend(int steps)
    {
        remainingWork -= steps;
        if (remainingWork < 0)
        {
            Abort(new GraphQLError
            {
                Message = $"The document takes more than {Options.MaxWork} steps to validate ({nameof(ValidationOptions.MaxWork)}). Validation aborted.",
                Code = ErrorCodes.LimitExceeded,
                Locations = LocationsOf(Document.Definitions.Take(1)),
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["limit"] = nameof(ValidationOptions.MaxWork), ["maximum"] = Options.MaxWork },
            });
        }
    }

    /// <summary>The sentence that suggests resembling names; empty where suggestions are off or there are none.</summary>
    public string Suggest(string name, IEnumerable<string> candidates) =>
        Options.Suggestions ? Suggestions.DidYouMean(Suggestions.Find(name, candidates)) : string.Empty;

    /// <summary>The type that a reference means; null when its name is unknown.</summary>
    public IType? ResolveType(TypeNode node) => TypeReference.Resolve(Schema, node);

    // What a message that is about an argument or a directive does not say itself: where in the schema it stands.
    private Dictionary<string, object?> ExtensionsOf(ValidationRule rule)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (Types.ParentType is { } type)
        {
            extensions["type"] = type.Name;
        }

        // Within a field's selections the field is that of the type around them.
        if (Types.Field is { } field && FieldLookup.Find(Schema, Types.ParentType, field.Name) == field)
        {
            extensions["field"] = field.Name;
        }

        extensions["specifiedBy"] = Specification + rule.Section;
        return extensions;
    }

    private static IReadOnlyList<SourceLocation> LocationsOf(IEnumerable<SyntaxNode> nodes) =>
        [.. nodes.Select(node => node.Location).OfType<Location>().Select(at => new SourceLocation(at.Line, at.Column))];

    private void Abort(GraphQLError last)
    {
        errors.Add(last);
        throw new ValidationAbortedException();
    }
}

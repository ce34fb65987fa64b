using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Builds a schema from C# classes. Types are created where they are first met and filled afterwards, so that they may refer to each other.</summary>
internal sealed partial class SchemaInference
{
    private readonly SchemaConfiguration configuration;
    private readonly Func<Type, bool> isService;
    private readonly SchemaErrors errors = new();
    private readonly Queue<Action> unfinished = [];
    private readonly List<Type> scanned = [];
    private readonly List<TypeExtension> extensions = [];
    private readonly List<NamedType> types = [];
    private readonly List<DirectiveType> directives = [];
    private readonly Dictionary<Type, ScalarType> scalars = [];
    private readonly Dictionary<string, ScalarType> scalarsByName = new(StringComparer.Ordinal);

    /// <param name="configuration">What the schema is built from.</param>
    /// <param name="isService">Whether a type is a service.</param>
    /// <param name="isScoped">Whether a service, or a class made with services, and the key of a keyed one, belongs to a scope.</param>
    public SchemaInference(SchemaConfiguration configuration, Func<Type, bool> isService, Func<Type, object?, bool> isScoped)
    {
        this.configuration = configuration;
        this.isService = isService;
        scopedServices = new ScopedServices(isScoped);
        foreach (var scalar in SpecifiedScalars.All)
        {
            scalarsByName.Add(scalar.Name, scalar);
        }

        foreach (var (type, scalar) in configuration.Bindings)
        {
            Bind(type, scalar);
        }

        foreach (var (type, scalar) in UsualBindings())
        {
            if (!scalars.ContainsKey(type))
            {
                Bind(type, scalar);
            }
        }

        scalarsByName.TryAdd("EmailAddress", new EmailAddressType());
    }

    public Schema Build()
    {
        Scan();
        FindNodes();
        var query = CreateRoot(OperationTypeNames.Query, configuration.Queries);
        var mutation = CreateRoot(OperationTypeNames.Mutation, configuration.Mutations);
        var subscription = CreateRoot(OperationTypeNames.Subscription, configuration.Subscriptions);
        foreach (var type in configuration.Types.Distinct())
        {
            Output(type, $"The type {type.Name}");
        }

        Finish();
        if (query is not null)
        {
            AddNodeFields(query);
        }

        LinkInterfaces();

        // What extends a base of types is used when there are such types; that there are none yet is no fault.
        foreach (var extension in extensions.Where(extension => !extension.IsUsed && extension.TargetType is not { IsAbstract: true }))
        {
            errors.Report($"{extension.Class.Name} extends {extension.TargetName ?? extension.TargetType!.Name}, which is not in the schema.");
        }

        return Assemble(query, mutation, subscription);
    }

    private static IEnumerable<(Type Type, ScalarType Scalar)> UsualBindings()
    {
        var time = new DateTimeType();
        return
        [
            (typeof(string), StringType.Instance),
            (typeof(char), StringType.Instance),
            (typeof(bool), BooleanType.Instance),
            (typeof(int), IntType.Instance),
            (typeof(short), IntType.Instance),
            (typeof(byte), IntType.Instance),
            (typeof(double), FloatType.Instance),
            (typeof(float), FloatType.Instance),
            (typeof(long), new LongType()),
            (typeof(uint), new LongType()),
            (typeof(decimal), new DecimalType()),
            (typeof(Guid), new UuidType()),
            (typeof(Uri), new UrlType()),
            (typeof(DateTimeOffset), time),
            (typeof(DateTime), time),
            (typeof(DateOnly), new LocalDateType()),
            (typeof(TimeOnly), new LocalTimeType()),
            (typeof(TimeSpan), new DurationType()),
            (typeof(IFile), new UploadType()),
        ];
    }

    // Two instances of one scalar class are the same type of the schema.
    private void Bind(Type type, ScalarType scalar)
    {
        if (scalarsByName.TryGetValue(scalar.Name, out var known) && known.GetType() == scalar.GetType())
        {
            scalar = known;
        }

        scalarsByName.TryAdd(scalar.Name, scalar);
        scalars[type] = scalar;
    }

    private void Finish()
    {
        while (unfinished.TryDequeue(out var finish))
        {
            finish();
        }
    }

    private Schema Assemble(ObjectType? query, ObjectType? mutation, ObjectType? subscription)
    {
        var builder = new SchemaBuilder().SetDescription(configuration.Description);
        foreach (var (operation, root) in new[] { (OperationType.Query, query), (OperationType.Mutation, mutation), (OperationType.Subscription, subscription) })
        {
            if (root is not null)
            {
                builder.SetRootType(operation, root);
                builder.AddType(root);
            }
        }

        types.ForEach(type => builder.AddType(type));
        directives.ForEach(directive => builder.AddDirective(directive));
        foreach (var scalar in configuration.Builders.Count > 0 ? scalarsByName.Values.Where(scalar => !scalar.IsSpecified) : [])
        {
            builder.OfferType(scalar);
        }

        configuration.Builders.ForEach(configure => configure(builder));
        return builder.Build(errors);
    }
}

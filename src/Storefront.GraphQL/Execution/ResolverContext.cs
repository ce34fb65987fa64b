using System.Security.Claims;
using Storefront.GraphQL.Execution.Coercion;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution;

/// <summary>
/// The context of one field. Pure resolvers are called one after the other and share an instance, which is
/// pointed at the next field by <see cref="Initialize"/>; a waiting resolver has one of its own.
/// </summary>
internal class ResolverContext(OperationExecution execution) : IResolverContext
{
    private static readonly ClaimsPrincipal Anonymous = new(new ClaimsIdentity());

    private object? parent;
    private ArgumentValues arguments = ArgumentValues.Empty;
    private ResponsePath? path;
    private ValueWriter? writer;

    public Selection Selection { get; private set; } = null!;

    public Schema Schema => execution.Operation.Schema;

    public ObjectType ObjectType => Selection.ObjectType;

    public OutputField Field => Selection.Field;

    public string ResponseName => Selection.ResponseName;

    public ResponsePath Path => path ??= writer!.CurrentPath();

    public virtual IServiceProvider Services => RequestServices;

    public IServiceProvider RequestServices => execution.Request.Services;

    public ClaimsPrincipal User => execution.Request.User ?? Anonymous;

    public CancellationToken RequestAborted => execution.RequestAborted;

    public IDictionary<string, object?> ContextData => execution.ContextData;

    public object? EventMessage => execution.EventMessage;

    public IReadOnlyDictionary<string, object?> Arguments => arguments.Coerced;

    /// <param name="selection">The field.</param>
    /// <param name="parent">The parent's value.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="path">Its path; null to ask <paramref name="writer"/> for the current one when it is wanted.</param>
    /// <param name="writer">Who is writing.</param>
    public void Initialize(Selection selection, object? parent, ArgumentValues arguments, ResponsePath? path, ValueWriter writer)
    {
        Selection = selection;
        this.parent = parent;
        this.arguments = arguments;
        this.path = path;
        this.writer = writer;
    }

    public T Parent<T>() => (T)parent!;

    public T ArgumentValue<T>(string name) =>
        arguments.Converted.TryGetValue(name, out var value) && value is not null ? (T)value : default!;

    public bool HasArgument(string name) => arguments.Coerced.ContainsKey(name);

    public T DataLoader<T>()
        where T : notnull => execution.DataLoaders.Get<T>(RequestServices);

    public bool IsSelected(string fieldName) => Selection.Field.Type.NamedType is { IsComposite: true } type
        && execution.Operation.Schema.GetPossibleTypes(type)
            .Any(possible => Array.Exists(Selection.GetSelectionSet(possible).Selections, candidate => candidate.Field.Name == fieldName));

    public void ReportError(GraphQLError error) => execution.AddError(ErrorHelper.At(error, Selection, Path));
}

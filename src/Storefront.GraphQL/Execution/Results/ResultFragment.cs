namespace Storefront.GraphQL.Execution.Results;

/// <summary>
/// A stretch of the response that is written in one go. Where a field has to wait, the stretch has a hole that another
/// fragment fills later; the response is put together when no hole is open any more. A response without waiting is one fragment.
/// </summary>
/// <param name="buffer">Where it is written, behind what is there when it begins; it is not the fragment's own.</param>
internal sealed class ResultFragment(ResultBuffer buffer)
{
    private List<Hole>? holes;
    private List<ValueScope>? scopes;
    private int start;
    private int? end = 0;

    public ResultBuffer Buffer { get; } = buffer;

    /// <summary>Whether the whole fragment became null by propagation (section 6.4.4).</summary>
    public bool IsNull { get; set; }

    public bool HasHolesOrScopes => holes is not null || scopes is not null || IsNull;

    /// <summary>Says that what is written from now on belongs to the fragment, until <see cref="End"/>.</summary>
    public void Begin() => (start, end) = (Buffer.Position, null);

    /// <summary>Says that the fragment has been written; other fragments go on in its buffer.</summary>
    public void End() => end = Buffer.Position;

    public void AddHole(ResultFragment content) => (holes ??= []).Add(new Hole(Buffer.Position, content));

    public void AddScope(ValueScope scope) => (scopes ??= []).Add(scope);

    /// <summary>Cuts back to a position: what was written and left open behind it is gone.</summary>
    public void Truncate(int position)
    {
        Buffer.Truncate(position);
        if (holes is not null)
        {
            for (var index = holes.Count - 1; index >= 0 && holes[index].Position >= position; index--)
            {
                holes.RemoveAt(index);
            }
        }

        scopes?.RemoveAll(scope => scope.Start >= position);
    }

    /// <summary>Writes the fragment with its holes filled and its nulled values replaced.</summary>
    public void CopyTo(ResultBuffer target)
    {
        if (IsNull)
        {
            target.WriteNull();
            return;
        }

        // Scopes are recorded from the inside out; the outermost nulled one decides.
        var nulled = scopes?.Exists(scope => scope.IsNull) != true ? null : scopes.Where(scope => scope.IsNull).OrderBy(scope => scope.Start).ThenByDescending(scope => scope.End).ToList();
        var written = Buffer.WrittenSpan[..(end ?? Buffer.Position)];
        var position = start;
        var hole = 0;
        var next = 0;
        while (true)
        {
            while (nulled is not null && next < nulled.Count && nulled[next].Start < position)
            {
                next++;
            }

            var holeAt = holes is not null && hole < holes.Count ? holes[hole].Position : int.MaxValue;
            var nullAt = nulled is not null && next < nulled.Count ? nulled[next].Start : int.MaxValue;
            if (holeAt == int.MaxValue && nullAt == int.MaxValue)
            {
                target.Write(written[position..]);
                return;
            }

            if (nullAt <= holeAt)
            {
                target.Write(written[position..nullAt]);
                target.WriteNull();
                position = nulled![next++].End;
                while (holes is not null && hole < holes.Count && holes[hole].Position <= position)
                {
                    // A hole directly behind a nulled value always has at least its own key between them, so "at or before" is inside.
                    hole++;
                }
            }
            else
            {
                target.Write(written[position..holeAt]);
                holes![hole++].Content.CopyTo(target);
                position = holeAt;
            }
        }
    }

    private readonly record struct Hole(int Position, ResultFragment Content);
}

/// <summary>A value inside a fragment that contains holes, so that a late error below it may still make it null.</summary>
internal sealed class ValueScope(ResultFragment fragment, ValueScope? parent, int start, bool isNullable)
{
    private NullCause? cause;

    public ResultFragment Fragment { get; } = fragment;

    /// <summary>The value around this one; null at the response's root.</summary>
    public ValueScope? Parent { get; } = parent;

    /// <summary>The value's first byte in the fragment.</summary>
    public int Start { get; } = start;

    /// <summary>Behind the value's last byte (exclusive); set when the value has been written.</summary>
    public int End { get; set; }

    public bool IsNullable { get; } = isNullable;

    public bool IsNull { get; private set; }

    private ValueScope Nearest
    {
        get
        {
            var scope = this;
            while (scope is { IsNull: false, IsNullable: false, Parent: not null })
            {
                scope = scope.Parent;
            }

            return scope;
        }
    }

    /// <summary>
    /// Makes the nearest nullable value null, from this one outwards. Of several late errors that do, the first of the response counts, whoever
    /// failed first; one that came at once counts before them.
    /// </summary>
    /// <param name="late">The late error; null for one that came at once.</param>
    /// <returns>What counted until now and no longer does; null when there was nothing.</returns>
    public NullCause? Propagate(NullCause? late)
    {
        var nearest = Nearest;
        var replaced = nearest.cause;
        (nearest.IsNull, nearest.cause) = (true, late);
        return replaced;
    }

    /// <summary>Whether what <see cref="Propagate"/> would make null is so already by an error that counts before one at this path.</summary>
    public bool HasCauseBefore(ResponsePath path)
    {
        var nearest = Nearest;
        return nearest.IsNull && (nearest.cause is null || ResponseOrder.Instance.Compare(nearest.cause.Path, path) < 0);
    }

    /// <summary>Says that the value was cut away while holes below it were still open.</summary>
    public void Discard() => IsNull = true;

    /// <summary>Whether this value or one around it has become null, so that nothing below it matters any more.</summary>
    public bool IsGone
    {
        get
        {
            for (var scope = this; scope is not null; scope = scope.Parent)
            {
                if (scope.IsNull)
                {
                    return true;
                }
            }

            return false;
        }
    }
}

/// <summary>What made a value null.</summary>
/// <param name="Path">The field or item that failed.</param>
/// <param name="Errors">What is told of it.</param>
internal sealed record NullCause(ResponsePath Path, IReadOnlyList<GraphQLError> Errors);

namespace Storefront.Domain.Shared;

/// <summary>What was named does not exist, or belongs to somebody else, which is not told apart (COM-06).</summary>
/// <param name="What">The kind of thing that was looked for, such as <c>ticket</c>.</param>
public sealed record NotFound(string What) : Refusal
{
    public override string Code => "NOT_FOUND";
}

using Storefront.Domain.Shared;

namespace Storefront.Features.Api;

/// <summary>
/// Gives every refusal its text. A mutation declares what it may refuse with by <c>[Error&lt;NotEnoughHours&gt;]</c>; the refusal's
/// own properties are the error's fields.
/// </summary>
[ExtendObjectType<Refusal>]
public static class ErrorType
{
    /// <summary>What went wrong, for people, in the reader's language.</summary>
    public static string Message([Parent] Refusal refusal, RefusalTexts texts) => texts.Describe(refusal);
}

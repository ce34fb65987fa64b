using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>Text that cannot be accepted, with every fault.</summary>
/// <param name="Faults">What is wrong, text by text.</param>
public sealed record TextNotValid(ImmutableArray<TextFault> Faults) : Refusal
{
    public override string Code => "TEXT_NOT_VALID";
}

/// <summary>One fault of a text.</summary>
/// <param name="Field">Which text.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Length">How long it is, in Unicode scalar values.</param>
/// <param name="MaxLength">How long it may be.</param>
public sealed record TextFault(string Field, TextFaultKind Kind, int Length, int MaxLength);

/// <summary>What is wrong with a text.</summary>
public enum TextFaultKind
{
    /// <summary>It is empty, or shows nothing but blanks.</summary>
    Empty,

    /// <summary>It is longer than it may be.</summary>
    TooLong,

    /// <summary>It has characters that belong in no text, or half characters.</summary>
    ControlCharacters,
}

using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>Something that whoever pays has to write into a bank's form, shown so that it can be copied.</summary>
/// <param name="Name">What it is called there: bank, account number, holder.</param>
/// <param name="Value">What to write.</param>
public sealed record PaymentField(LocalizedText Name, string Value);

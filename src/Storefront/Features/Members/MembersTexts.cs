namespace Storefront.Features.Members;

/// <summary>Marks the texts of an account's people: who they are, what they may, how they come and go.</summary>
public sealed class MembersTexts;

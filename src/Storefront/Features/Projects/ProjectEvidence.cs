namespace Storefront.Features.Projects;

/// <summary>What says that a change after the delivery is due (SEN-08).</summary>
internal static class ProjectEvidence
{
    /// <summary>Whether a change is checked against such a document: what was delivered, and what was listed at the intermediate delivery.</summary>
    public static bool IsEvidence(this ProjectDocumentKind kind) => kind is ProjectDocumentKind.DeliveryRecord or ProjectDocumentKind.IntermediateList;

    /// <summary>Whether a change is due by the line: one that the record has as pending, or any of the intermediate list.</summary>
    /// <param name="item">The line.</param>
    /// <param name="kind">Of the document that it stands in.</param>
    public static bool IsProof(this ProjectListItem item, ProjectDocumentKind kind) =>
        kind.IsEvidence() && (item.IsPending || kind == ProjectDocumentKind.IntermediateList);
}

namespace Storefront.Features.Meetings;

/// <summary>Names the texts of this feature.</summary>
public sealed class MeetingsTexts;

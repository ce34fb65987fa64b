namespace Storefront.Features.Notifications;

/// <summary>Names the texts of this feature.</summary>
public sealed class NotificationsTexts;

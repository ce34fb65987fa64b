namespace Storefront.Store.EventLog;

/// <summary>Who may read it. The two are numbered apart, so that staff's leaves not even a gap in the customer's.</summary>
public enum EventStream
{
    Customer,
    Staff,
}

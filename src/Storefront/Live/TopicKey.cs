using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Live;

/// <summary>One of an account's two streams.</summary>
public readonly record struct TopicKey(AccountId AccountId, EventStream Stream);

using Storefront.Domain.Shared;

namespace Storefront.Store;

/// <summary>Is told in this process what a transaction left behind; rows tell everybody who was not there.</summary>
public interface ICommitListener
{
    /// <summary>Called after the commit; returns at once and does not throw.</summary>
    void Committed(Commit commit);
}

/// <summary>What was committed.</summary>
/// <param name="AccountId">The account that has new events; null when none has.</param>
/// <param name="HasDueWork">Whether something is to be done that was not before, or at another time.</param>
public readonly record struct Commit(AccountId? AccountId, bool HasDueWork);

using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Live;

/// <summary>Whom the subscribers listen to, and how.</summary>
/// <param name="Server">The process.</param>
/// <param name="Request">What they subscribe to.</param>
/// <param name="Make">Makes one of them.</param>
/// <param name="Cause">Causes one event.</param>
internal sealed record LiveScenario(ServerProcess Server, SubscriberRequest Request, Func<Subscriber> Make, Func<Task> Cause);

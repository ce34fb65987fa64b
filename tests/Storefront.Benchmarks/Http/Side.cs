using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Http;

/// <summary>One way to an answer.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="Server">Who is asked.</param>
/// <param name="Request">What is asked.</param>
internal sealed record Side(string Name, ServerProcess Server, RawRequest Request);

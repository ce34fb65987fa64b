using Storefront.Tests.Browser.Support;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer(BrowserFirst.Name, "Storefront.Tests")]

namespace Storefront.Tests.Browser.Support;

/// <summary>
/// Begins with the browser's tests: they are one after another and together the longest, so all others run beside them instead of before.
/// </summary>
public sealed class BrowserFirst : ITestCollectionOrderer
{
    internal const string Name = "Storefront.Tests.Browser.Support." + nameof(BrowserFirst);

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => collection.DisplayName == BrowserCollection.Name);
}

using Storefront.Benchmarks;
using Storefront.Benchmarks.Live;
using Storefront.Benchmarks.Server;
using Storefront.Benchmarks.Shops;

if (args is [BenchmarkServer.Verb, var directory])
{
    return await BenchmarkServer.RunAsync(directory);
}

if (args is [LiveServer.Verb, ..])
{
    return await LiveServer.RunAsync();
}

if (args is [ShopServer.Verb, ..])
{
    return await ShopServer.RunAsync();
}

if (BenchmarkOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(BenchmarkOptions.Usage);
    return 2;
}

return await BenchmarkRun.RunAsync(options);

using Storefront.Benchmarks.Abuse;
using Storefront.Benchmarks.Engine;
using Storefront.Benchmarks.Http;
using Storefront.Benchmarks.Ledger;
using Storefront.Benchmarks.Live;
using Storefront.Benchmarks.Notices;
using Storefront.Benchmarks.Pages;
using Storefront.Benchmarks.Projects;
using Storefront.Benchmarks.Queue;
using Storefront.Benchmarks.Reports;
using Storefront.Benchmarks.Search;
using Storefront.Benchmarks.Shops;
using Storefront.Benchmarks.Start;

namespace Storefront.Benchmarks;

/// <summary>Measures one thing after the other and prints what came out as Markdown, ready for the README.</summary>
internal static class BenchmarkRun
{
    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        Console.WriteLine(await Machine.DescribeAsync(options));
        if (options.Measures("shop"))
        {
            if (await ShopRun.RunAsync(options) is { } difference)
            {
                await Console.Error.WriteLineAsync(difference);
                return 1;
            }
        }

        if (options.Measures("http"))
        {
            if (await StorefrontRun.RunAsync(options) is { } difference)
            {
                await Console.Error.WriteLineAsync(difference);
                return 1;
            }
        }

        if (options.Measures("engine"))
        {
            Console.WriteLine(EngineTable.Format(await EngineBenchmark.MeasureAsync(options)));
        }

        if (options.Measures("abuse"))
        {
            Console.WriteLine(AbuseTable.Format(await AbuseBenchmark.MeasureAsync(options)));
        }

        if (options.Measures("start"))
        {
            Console.WriteLine(StartTable.Format(await ColdStart.MeasureAsync(options)));
        }

        if (options.Measures("live"))
        {
            await LiveRun.RunAsync(options);
        }

        if (options.Measures("pages"))
        {
            Console.WriteLine(PageTable.Format(await PageBenchmark.MeasureAsync(options)));
        }

        if (options.Measures("queue"))
        {
            Console.WriteLine(QueueTable.Head(QueueBenchmark.Few, QueueBenchmark.Many));
            await foreach (var figure in QueueBenchmark.MeasureAsync(options))
            {
                Console.WriteLine(QueueTable.Row(figure));
            }
        }

        if (options.Measures("ledger"))
        {
            Console.WriteLine(LedgerTable.Head);
            await foreach (var figure in LedgerBenchmark.MeasureAsync(options))
            {
                Console.WriteLine(LedgerTable.Row(figure));
            }
        }

        if (options.Measures("projects"))
        {
            await foreach (var line in ProjectBenchmark.MeasureAsync(options))
            {
                Console.WriteLine(line);
            }
        }

        if (options.Measures("payments"))
        {
            await foreach (var line in NoticeBenchmark.MeasureAsync(options))
            {
                Console.WriteLine(line);
            }
        }

        if (options.Measures("search"))
        {
            Console.WriteLine(SearchTable.Head);
            await foreach (var figure in SearchBenchmark.MeasureAsync(options))
            {
                Console.WriteLine(SearchTable.Row(figure));
            }
        }

        return 0;
    }
}

using System.Collections.Concurrent;
using Storefront.GraphQL.Execution.Cost;

namespace Storefront.GraphQL.Execution.Plan;

/// <summary>
/// The last few answers to questions for the whole schema (section 4.1), which stays as it is as long as the program runs: tools ask the same
/// again and again, and to write it takes longer than to execute most operations. Bounded, since anybody can ask in any number of ways.
/// </summary>
internal sealed class IntrospectionAnswers
{
    private const int Capacity = 16;
    private const int MaxSize = 1024 * 1024;

    private readonly ConcurrentQueue<Operation> operations = new();

    /// <param name="operation">What was asked.</param>
    /// <param name="data">The response up to the end of <c>data</c>.</param>
    /// <param name="cost">What it cost.</param>
    public void Keep(Operation operation, ReadOnlySpan<byte> data, OperationCost cost)
    {
        if (data.Length > MaxSize || operation.Kept is not null || !operation.TryKeep(new KeptAnswer(data.ToArray(), cost)))
        {
            return;
        }

        operations.Enqueue(operation);
        while (operations.Count > Capacity && operations.TryDequeue(out var oldest))
        {
            oldest.Forget();
        }
    }
}

/// <summary>An answer that may be given again.</summary>
/// <param name="Data">The response up to the end of <c>data</c>, as UTF-8.</param>
/// <param name="Cost">What it cost.</param>
internal sealed record KeptAnswer(byte[] Data, OperationCost Cost);

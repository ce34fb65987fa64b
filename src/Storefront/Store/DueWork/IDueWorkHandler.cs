namespace Storefront.Store.DueWork;

/// <summary>
/// Does one kind of due work. It may be called again for what was done already, when a process died after the doing and before the ticking
/// off: its effects carry keys, so that twice is once. An exception means "again later".
/// </summary>
public interface IDueWorkHandler
{
    Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken);
}

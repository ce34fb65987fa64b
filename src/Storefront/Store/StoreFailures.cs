using Microsoft.Data.Sqlite;
using Npgsql;

namespace Storefront.Store;

/// <summary>Tells the database's failures apart.</summary>
public static class StoreFailures
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;
    private const int SqliteBusySnapshot = 517;

    // What a write gets from the system, as .NET passes it on: no space left, quota exceeded, file too large.
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int FileTooLarge = 27;

    /// <summary>Somebody else was faster: done again from the start, it can succeed.</summary>
    public static bool IsConflict(Exception exception) => Cause(exception) switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqlitePrimaryKey or SqliteUnique or SqliteBusySnapshot
            || sqlite.SqliteErrorCode == SqliteLocked,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        _ => false,
    };

    /// <summary>The database cannot work just now — locked for long, disk full, gone — and nothing was changed.</summary>
    public static bool IsUnavailable(Exception exception) => exception is TurnNotComeException || IsDiskFull(exception) || Cause(exception) switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteFull or SqliteIoError or SqliteCannotOpen,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.LockNotAvailable
            || postgres.SqlState.StartsWith("53", StringComparison.Ordinal)
            || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal)
            || postgres.SqlState.StartsWith("58", StringComparison.Ordinal),
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>There is no room for a file, such as an upload on its way.</summary>
    public static bool IsDiskFull(Exception? exception)
    {
        while (exception is not null && !IsWriteWithoutRoom(exception))
        {
            exception = exception.InnerException;
        }

        return exception is not null;
    }

    // A file that the system lets grow no further is told by .NET, of all things, as an argument out of range.
    private static bool IsWriteWithoutRoom(Exception exception) => exception switch
    {
        IOException io => io.HResult is NoSpace or QuotaExceeded or FileTooLarge,
        ArgumentOutOfRangeException { ParamName: "value", TargetSite.DeclaringType: { FullName: "Interop" or "System.IO.RandomAccess" } thrower } =>
            thrower.Assembly == typeof(File).Assembly,
        _ => false,
    };

    private static Exception? Cause(Exception? exception)
    {
        while (exception is not (null or SqliteException or NpgsqlException))
        {
            exception = exception.InnerException;
        }

        return exception;
    }
}

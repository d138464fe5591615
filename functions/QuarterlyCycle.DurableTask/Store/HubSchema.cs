using System.Globalization;
using Microsoft.Data.Sqlite;

namespace QuarterlyCycle.DurableTask.Store;

/// <summary>
/// Brings a file to the schema of this program: each step, from schema-1.sql on, is one transaction with its number, so a file that was
/// left between two steps goes on with the next. A step is never edited once released.
/// </summary>
internal static class HubSchema
{
    public const long Newest = 2;

    public static void BringUp(SqliteConnection connection, string path, long newest = Newest, Func<long, string>? step = null)
    {
        step ??= Released;
        long schema = Found(connection, path, newest);
        while (schema < newest)
        {
            schema++;
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"""
                BEGIN IMMEDIATE;
                {step(schema)}
                UPDATE meta SET value = {schema} WHERE name = 'schema';
                COMMIT;
                """));
        }
    }

    private static long Found(SqliteConnection connection, string path, long newest)
    {
        if (Run(connection, "SELECT count(*) FROM sqlite_schema") is 0L)
        {
            return 0;
        }

        if (Run(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'meta'") is not 1L)
        {
            throw new InvalidDataException($"'{path}' is a database, but not a task hub.");
        }

        object? found = Run(connection, "SELECT value FROM meta WHERE name = 'schema'");
        return found is long schema and >= 1 && schema <= newest
            ? schema
            : throw new InvalidDataException(
                $"The task hub '{path}' has schema {found ?? "unknown"}; this program knows schema {newest}. Use the program that wrote it, or a newer one.");
    }

    private static string Released(long number)
    {
        using Stream stream = typeof(HubSchema).Assembly.GetManifestResourceStream($"QuarterlyCycle.DurableTask.Store.schema-{number}.sql")
            ?? throw new InvalidOperationException($"Step {number} of the schema is missing from the program.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

namespace QuarterlyCycle.Local.Storage;

/// <summary>The record file's tables. Version 1 is never edited once released; a change is a version 2 beside it.</summary>
internal static class RecordSchema
{
    public const long Version = 1;

    // A version number is used once in the life of the file, so that a row deleted and written again never has its old ETag.
    public const string Create = """
        CREATE TABLE record (
          list      TEXT NOT NULL,
          partition TEXT NOT NULL,
          key       TEXT NOT NULL,
          version   INTEGER NOT NULL,
          content   TEXT NOT NULL,
          PRIMARY KEY (list, partition, key)
        ) WITHOUT ROWID;
        CREATE TABLE counter (version INTEGER NOT NULL);
        INSERT INTO counter (version) VALUES (0);
        PRAGMA user_version = 1;
        """;
}

using System.IO.Compression;

namespace QuarterlyCycle.Documents.Workbooks;

/// <summary>Keeps a small file from unpacking into a huge one.</summary>
internal static class ArchiveLimits
{
    private const int MostParts = 2_000;
    private const long MostUnpackedBytes = 200L * 1024 * 1024;

    /// <summary>Whether the archive keeps to the limits, counted by unpacking it: what its directory declares can lie.</summary>
    public static bool Hold(byte[] archive)
    {
        using MemoryStream bytes = new(archive, writable: false);
        using ZipArchive zip = new(bytes, ZipArchiveMode.Read);
        if (zip.Entries.Count > MostParts || zip.Entries.Sum(entry => entry.Length) > MostUnpackedBytes)
        {
            return false;
        }

        byte[] buffer = new byte[81920];
        long unpacked = 0;
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using Stream part = entry.Open();
            for (int read = part.Read(buffer); read > 0; read = part.Read(buffer))
            {
                unpacked += read;
                if (unpacked > MostUnpackedBytes)
                {
                    return false;
                }
            }
        }

        return true;
    }
}

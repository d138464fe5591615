using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Local.Commands;
using QuarterlyCycle.Local.Mail;

namespace QuarterlyCycle.Local.Rehearsals;

/// <summary>Writes what a rehearsal produced into a folder: every e-mail and pack, the timeline and the audit record. The same rehearsal gives the same bytes.</summary>
internal sealed class RehearsalFolder(string folder)
{
    private const string Mark = ".quarterlycycle-rehearsal";

    private readonly ConcurrentDictionary<string, bool> _written = new(StringComparer.Ordinal);

    /// <summary>Takes a new or empty folder, or that of an earlier rehearsal, which stays until this one has come to its end; refuses one that holds anything else.</summary>
    public void Prepare()
    {
        if (File.Exists(folder))
        {
            throw new RefusedArgument($"{folder} is a file: name a folder with --out DIR.");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, Mark)))
        {
            throw new RefusedArgument($"{folder} holds files that are not a rehearsal's: name an empty folder with --out DIR.");
        }

        RemoveLinks(Directory.CreateDirectory(folder));
        Write(Mark, []);
    }

    public async Task Write(Rehearsal rehearsal, RehearsalSummary summary)
    {
        WriteMail(summary.Mail);
        await WritePacks(rehearsal);
        WriteTable("timeline.csv", ["when", "who", "what", "details"], summary.Timeline.Select(entry => new[] { London(entry.AtUtc), entry.Who, entry.What, entry.Details }));
        List<(string Cycle, AuditRow Row)> audit = [];
        foreach (Quarter quarter in rehearsal.Quarters)
        {
            audit.AddRange((await rehearsal.Service.Get<Audit>().List(quarter.Code)).Select(row => (quarter.Code, row)));
        }

        WriteTable(
            "audit.csv",
            ["cycle", "number", "utc", "actor", "on_behalf_of", "act", "subject", "old", "new", "hash"],
            audit.Select(entry => new[] { entry.Cycle }.Concat(Cells(entry.Row)).ToArray()));
        Write("summary.txt", summary.ToText());
        Clear(new DirectoryInfo(folder));
    }

    private static string[] Cells(AuditRow row) =>
    [
        row.Number.ToString(CultureInfo.InvariantCulture), Utc(row.Entry.AtUtc), row.Entry.Actor, row.Entry.OnBehalfOf ?? "", row.Entry.Act, row.Entry.Subject,
        row.Entry.Old ?? "", row.Entry.New ?? "", row.Hash,
    ];

    // In the place of the same file of an earlier rehearsal, which is much faster than to delete it and make it anew.
    private void Write(string name, ReadOnlySpan<byte> content)
    {
        string path = Path.GetFullPath(Path.Combine(folder, name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(content);
        file.SetLength(content.Length);
        _written[path] = true;
    }

    private void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    // A rehearsal makes none, and through one it would write or delete somewhere else.
    private static void RemoveLinks(DirectoryInfo within)
    {
        foreach (FileSystemInfo entry in within.EnumerateFileSystemInfos())
        {
            if (entry.LinkTarget is not null)
            {
                entry.Delete();
            }
            else if (entry is DirectoryInfo below)
            {
                RemoveLinks(below);
            }
        }
    }

    // What an earlier rehearsal wrote and this one did not.
    private void Clear(DirectoryInfo within)
    {
        foreach (FileInfo file in within.EnumerateFiles().Where(file => !_written.ContainsKey(file.FullName)))
        {
            file.Delete();
        }

        foreach (DirectoryInfo below in within.EnumerateDirectories())
        {
            Clear(below);
            if (!below.EnumerateFileSystemInfos().Any())
            {
                below.Delete();
            }
        }
    }

    private void WriteMail(IReadOnlyList<OpenedMail> mail)
    {
        (OpenedMail Mail, string Name)[] numbered =
        [
            .. mail.Select((opened, index) =>
                (opened, $"{(index + 1).ToString("0000", CultureInfo.InvariantCulture)} {Purpose(opened.Summary.Key)} {opened.Summary.To.Split('@')[0].Split('<')[^1]}")),
        ];
        Parallel.ForEach(numbered, each =>
        {
            Write($"mail/{each.Name}.txt", Headed(each.Mail));
            Write($"mail/{each.Name}.html", each.Mail.Html);
            foreach (App.Mail.MailAttachment attachment in each.Mail.Attachments)
            {
                Write($"mail/{each.Name} {attachment.FileName}", attachment.Content);
            }
        });
        WriteTable("mail.csv", ["sent", "to", "subject", "file"], numbered.Select(each => new[] { London(each.Mail.Summary.SentUtc), each.Mail.Summary.To, each.Mail.Summary.Subject, each.Name + ".html" }));
    }

    private async Task WritePacks(Rehearsal rehearsal)
    {
        foreach (string name in await rehearsal.Files.List("packs/"))
        {
            Write(name, (await rehearsal.Files.Read(name))!);
        }
    }

    private void WriteTable(string name, string[] header, IEnumerable<string[]> rows)
    {
        StringBuilder table = new();
        foreach (string[] row in rows.Prepend(header))
        {
            table.AppendJoin(',', row.Select(Cell)).Append('\n');
        }

        Write(name, table.ToString());
    }

    private static string Headed(OpenedMail mail) =>
        $"To: {mail.Summary.To}\nFrom: {mail.Summary.From}\nSent: {London(mail.Summary.SentUtc)}\nSubject: {mail.Summary.Subject}\n\n{mail.Text}";

    // The key ends with the e-mail's number in the list of e-mails and an ordinal: 2008-09-Q2.request.o0007/E1.1.
    internal static string Purpose(string mailKey) => mailKey[(mailKey.LastIndexOf('/') + 1)..].Split('.')[0];

    // A cell that a spreadsheet would run as a formula is marked as text.
    private static string Cell(string text)
    {
        string safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\n\r") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Utc(DateTime instantUtc) => instantUtc.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string London(DateTime instantUtc)
    {
        (DateOnly day, TimeOnly time) = LondonTime.FromUtc(instantUtc);
        return $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {time.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }
}

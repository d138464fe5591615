using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Mail;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.App.Tests.Killing;

public sealed partial class KilledDemoTests
{
    private const string Cycle = "2008-09-Q2";
    private const int Seed = 20081006;

    // The board's pack is out by then; what comes later is a reminder a week.
    private static readonly DateTime EndUtc = new(2008, 11, 19, 0, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime PacksUtc = new(2008, 11, 10, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_demonstration_killed_again_and_again_sends_and_records_what_an_undisturbed_one_does()
    {
        using TemporaryFolder folder = new();
        string undisturbed = folder.At("undisturbed");
        string killed = folder.At("killed");

        // The same keys, so that links are the same and e-mails can be compared.
        await new Installation(undisturbed).ReadKeys();
        Directory.CreateDirectory(killed);
        File.Copy(Path.Combine(undisturbed, "keys.json"), Path.Combine(killed, "keys.json"));
        int[] ports = [RunningDemo.FreePort(), RunningDemo.FreePort()];

        Task<int> calm = Undisturbed(undisturbed, ports[0]);
        int kills = await KilledAgainAndAgain(killed, ports[1]);
        await calm;

        Assert.InRange(kills, 18, 60);
        Outcome expected = await Outcome.Of(undisturbed, ports[0]);
        Outcome actual = await Outcome.Of(killed, ports[1]);
        Assert.True(actual.AuditIsGood);
        Assert.Equal(expected.Submissions, actual.Submissions);
        Assert.Equal(expected.Acts, actual.Acts);
        Assert.Equal(expected.Packs, actual.Packs);
        Assert.Equal(expected.Told, actual.Told);
        Assert.Equal(actual.Told.Count, actual.Told.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(actual.NotTold);

        // What a kill leaves for later may be told in an e-mail of its own; an e-mail that tells the same says it in the same words.
        string[] alike = [.. expected.Mails.Keys.Where(actual.Mails.ContainsKey)];
        Assert.InRange(alike.Length, expected.Mails.Count * 9 / 10, expected.Mails.Count);
        Assert.All(alike, mail => Assert.Equal(expected.Mails[mail], actual.Mails[mail]));
    }

    private static async Task<int> Undisturbed(string data, int port)
    {
        await using RunningDemo demo = await RunningDemo.Start(data, port);
        int moves = 0;
        while (demo.NowUtc < EndUtc)
        {
            await demo.MoveOn();
            moves++;
        }

        return moves;
    }

    private static async Task<int> KilledAgainAndAgain(string data, int port)
    {
        Random random = new(Seed);
        int kills = 0;
        RunningDemo demo = await RunningDemo.Start(data, port);
        try
        {
            while (demo.NowUtc < EndUtc)
            {
                // Twelve times or more while figures come in and are reviewed, and again around packs and sign-off.
                int calm = kills < 14 ? random.Next(0, 2) : demo.NowUtc < PacksUtc ? 4 : random.Next(0, 2);
                for (int move = 0; move < calm && demo.NowUtc < EndUtc; move++)
                {
                    await demo.MoveOn();
                }

                if (demo.NowUtc < EndUtc)
                {
                    await demo.MoveOnAndKill(TimeSpan.FromMilliseconds(random.Next(5, 800)));
                    await demo.DisposeAsync();
                    demo = await RunningDemo.Start(data, port);
                    kills++;
                }
            }
        }
        finally
        {
            await demo.DisposeAsync();
        }

        return kills;
    }

    /// <summary>What a demonstration has left behind.</summary>
    private sealed partial record Outcome
    {
        public required bool AuditIsGood { get; init; }

        public required IReadOnlyList<string> Submissions { get; init; }

        public required IReadOnlyList<string> Acts { get; init; }

        public required IReadOnlyList<string> Packs { get; init; }

        /// <summary>Every notice that is in an e-mail, as often as it is.</summary>
        public required IReadOnlyList<string> Told { get; init; }

        /// <summary>The notices that should be in an e-mail and are not.</summary>
        public required IReadOnlyList<string> NotTold { get; init; }

        /// <summary>Every e-mail by the notices in it, without what a restart may change: when it was sent.</summary>
        public required IReadOnlyDictionary<string, string> Mails { get; init; }

        public static async Task<Outcome> Of(string data, int port)
        {
            Installation installation = new(data);
            using SqliteRecordStore store = installation.OpenRecords();
            FolderFileStore files = new(installation.FilesFolder);
            QuarterRecords records = new(store, files);
            using Audit audit = new(store, new AuditOptions { Key = (await installation.ReadKeys()).Audit });
            IReadOnlyList<AuditRow> entries = await audit.List(Cycle);
            MailFolder folder = new(new FolderFileStore(installation.MailFolder), TimeProvider.System);
            Dictionary<string, Notice> notices = NoticesIn(installation.RecordsFile).ToDictionary(notice => notice.Key, StringComparer.Ordinal);
            ILookup<string, string> sections = notices.Values.ToLookup(notice => notice.GroupedInto ?? notice.Key, notice => notice.Key, StringComparer.Ordinal);
            OpenedMail[] mails = [.. (await folder.ReadAll()).Where(mail => notices.ContainsKey(mail.Summary.Key))];
            string[] told = [.. mails.SelectMany(mail => sections[mail.Summary.Key]).Order(StringComparer.Ordinal)];
            List<string> submissions = [];
            foreach (RequestedFigure figure in await records.Figures.All(Cycle))
            {
                foreach (Submission submission in await records.Submissions.All(Cycle, figure.Code))
                {
                    submissions.Add($"{submission.Code} {submission.Number} {submission.ActId} {submission.Form.Value}");
                }
            }

            List<string> packs = [];
            foreach (string body in new[] { "be-healthy", "stay-safe", "enjoy-and-achieve", "make-a-positive-contribution", "achieve-economic-wellbeing", "board" })
            {
                packs.AddRange((await records.Packs.All(Cycle, body)).Select(pack => $"{body} {pack.Version} {pack.State} {pack.IssuedBy}"));
            }

            return new Outcome
            {
                AuditIsGood = (await audit.Verify(Cycle)).IsGood,
                Submissions = submissions,
                Acts = [.. entries.Select(row => $"{row.Entry.ActId} {row.Entry.Act} {row.Entry.Subject}").Order(StringComparer.Ordinal)],
                Packs = packs,
                Told = told,
                NotTold = [.. notices.Values.Where(notice => notice.State != "NotNeeded").Select(notice => notice.Key).Except(told, StringComparer.Ordinal)],
                Mails = mails.ToDictionary(mail => string.Join(' ', sections[mail.Summary.Key].Order(StringComparer.Ordinal)), mail => Words(mail, port), StringComparer.Ordinal),
            };
        }

        private static List<Notice> NoticesIn(string recordsFile)
        {
            using SqliteConnection connection = new($"Data Source={recordsFile};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "SELECT partition || '/' || key, content ->> 'State', content ->> 'GroupedInto' FROM record WHERE list = 'Outbox' AND (content ->> 'PostedUtc') < $end ORDER BY 1";
            command.Parameters.AddWithValue("$end", EndUtc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            List<Notice> notices = [];
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                notices.Add(new Notice(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
            }

            return notices;
        }

        private static string Words(OpenedMail mail, int port)
        {
            string words = $"{mail.Summary.To}\n{mail.Summary.Subject}\n{mail.Text}\n{mail.Html}"
                .Replace($"localhost:{port}", "localhost", StringComparison.Ordinal)
                .Replace("(being sent)", "(sent)", StringComparison.Ordinal);

            // Notices, requests and reminders say the same whenever they are written. Summaries and reports tell how things stand at that
            // moment, which a restart may move; of those the recipient counts, and that each came once.
            return OfTheRequest().IsMatch(mail.Summary.Key) ? words : mail.Summary.To;
        }

        [GeneratedRegex(@"/E[0-6]\.", RegexOptions.CultureInvariant, 1000)]
        private static partial Regex OfTheRequest();
    }

    /// <summary>One row of the outbox; a grouped one is a section of another's e-mail.</summary>
    private sealed record Notice(string Key, string State, string? GroupedInto);
}

using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Records;
using Xunit;

namespace QuarterlyCycle.App.Tests.Mail;

/// <summary>A process that is killed at each step in turn, and another that takes over.</summary>
public sealed class KilledOutboxTests
{
    private static readonly OutboxRow[] Rows =
    [
        TestMail.Row("E1"),
        TestMail.Row("E30") with { Instance = "2025-26-Q2.review.o0417" },
        TestMail.Row("E46"),
        TestMail.Row("E7"),
        TestMail.Row("E1", recipient: "o0500"),
        TestMail.Row("E2", recipient: "o0600"),
    ];

    [Fact]
    public async Task Killed_at_any_step_every_mail_arrives_once_where_repeats_are_safe()
    {
        int step = 0;
        for (bool wasKilled = true; wasKilled;)
        {
            step++;
            using OutboxBench bench = new();
            wasKilled = await RunTwice(bench, step, repeatsAreSafe: true);
            foreach (OutboxRow row in Rows.Except([Rows[2], Rows[5]]))
            {
                Assert.True(await bench.Arrived(row) == 1, $"Killed at step {step}, {row.MailKey} arrived {await bench.Arrived(row)} times.");
            }

            Assert.Equal(0, await bench.Arrived(Rows[2]) + await bench.Arrived(Rows[5]));
            // Who takes over may find one of a group still claimed, and then sends the other by itself.
            Assert.InRange((await bench.Folder.List()).Count, 3, wasKilled ? 4 : 3);
            Assert.Empty(await bench.Open.List(TestContext.Current.CancellationToken));
            foreach (OutboxRow row in Rows)
            {
                Assert.True((await bench.Read(row)).IsSettled, $"Killed at step {step}, {row.MailKey} is not settled.");
            }
        }

        Assert.True(step > 60, $"Only {step} steps were tried.");
    }

    [Fact]
    public async Task Killed_at_any_step_no_mail_is_sent_twice_where_repeats_are_not_safe_and_what_is_unknown_is_listed()
    {
        int uncertain = 0;
        int step = 0;
        for (bool wasKilled = true; wasKilled;)
        {
            step++;
            using OutboxBench bench = new();
            wasKilled = await RunTwice(bench, step, repeatsAreSafe: false);
            IReadOnlyList<OutboxRow> listed = await bench.Outbox.ListUncertain(TestContext.Current.CancellationToken);
            uncertain += listed.Count;
            foreach (OutboxRow row in Rows.Except([Rows[2], Rows[5]]))
            {
                OutboxRow stored = await bench.Read(row);
                string speaker = stored.GroupedInto ?? stored.MailKey;
                bool isListed = listed.Any(other => other.MailKey == speaker);
                Assert.True(await bench.Arrived(row) == 1 || (isListed && await bench.Arrived(row) == 0), $"Killed at step {step}, {row.MailKey} arrived {await bench.Arrived(row)} times.");
            }
        }

        Assert.True(uncertain > 0, "A kill between sending and its answer leaves the outcome unknown.");
    }

    private static async Task<bool> RunTwice(OutboxBench bench, int step, bool repeatsAreSafe)
    {
        bench.Composer.NotNeeded.UnionWith([Rows[2].MailKey, Rows[5].MailKey]);
        Fuse fuse = new(step);
        bench.Sender = new TestSender(bench.Folder, fuse) { RepeatsAreSafe = repeatsAreSafe };
        bench.Start(fuse);
        try
        {
            await PostAll(bench);
            await bench.RunSweep();
        }
        catch (KilledException)
        {
            // The sweep keeps going as far as it can, which after a kill is nowhere.
        }

        // The engine runs an activity again whose result it has not seen, so everything is posted once more.
        bench.Sender = new TestSender(bench.Folder) { RepeatsAreSafe = repeatsAreSafe };
        bench.Start();
        await PostAll(bench);
        for (int minute = 0; minute < 20; minute++)
        {
            bench.Clock.NowUtc = bench.Clock.NowUtc.AddMinutes(1);
            await bench.RunSweep();
        }

        return fuse.HasBlown;
    }

    private static async Task PostAll(OutboxBench bench)
    {
        foreach (OutboxRow row in Rows)
        {
            await bench.Outbox.Post(row);
        }
    }
}

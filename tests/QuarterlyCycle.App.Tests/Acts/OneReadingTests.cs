using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using Xunit;

namespace QuarterlyCycle.App.Tests.Acts;

/// <summary>An answer is checked and stored from one reading of the records; what changes in between is seen when it is written.</summary>
public sealed class OneReadingTests
{
    [Fact]
    public async Task A_figure_with_its_receipt_costs_at_most_thirty_requests()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        RoadToTheRecords road = null!;
        bench.Through(store => road = new RoadToTheRecords(store));
        // The letterhead and the timetable are read once in the process.
        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));
        SendFigures act = await bench.Sending(SmallPlan.Cas, Forms.Value("BH1", "28"));
        road.Requests.Clear();

        QuarterBench.Accepted(await bench.Do(act));

        Assert.True(road.Requests.Count <= 30, $"{road.Requests.Count} requests:\n{string.Join('\n', road.Requests)}");
        Assert.Contains(road.Requests, request => request.StartsWith("insert Audit ", StringComparison.Ordinal));
        Assert.Contains(bench.Sent, mail => mail.ToAddress == SmallPlan.Cas);
    }

    [Fact]
    public async Task Whoever_sends_between_the_check_and_the_storing_of_another_answer_is_kept()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        SendFigures slower = await bench.Sending(SmallPlan.Cas, Forms.Value("BH1", "31"));
        SendFigures faster = await bench.Sending(SmallPlan.Lee, Forms.Value("BH1", "28"));
        bench.Through(store => new RoadToTheRecords(store) { BeforeStoringAnAct = async () => QuarterBench.Accepted(await bench.Do(faster)) });

        ActResult.Accepted told = Assert.IsType<ActResult.Accepted>(await bench.Do(slower));

        Assert.StartsWith("Lee Lead sent BH1 at 9am", Assert.Single(told.NotTaken).Message, StringComparison.Ordinal);
        Assert.Equal(28m, Assert.Single(await bench.Records.Submissions.All(SmallPlan.Cycle, "BH1")).Figure?.Value);
        Assert.Equal(await bench.Number(SmallPlan.Lee), (await bench.Figure("BH1")).SentBy);
    }

    [Fact]
    public async Task Of_two_corrections_at_once_the_first_is_kept_and_the_other_is_told()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        QuarterBench.Accepted(await bench.Send(SmallPlan.Cas, Forms.Value("BH1", "28")));
        CorrectFigure slower = await bench.Correcting(SmallPlan.Cas, Forms.Value("BH1", "31"));
        CorrectFigure faster = await bench.Correcting(SmallPlan.Lee, Forms.Value("BH1", "29"));
        bench.Through(store => new RoadToTheRecords(store) { BeforeStoringAnAct = async () => QuarterBench.Accepted(await bench.Do(faster)) });

        ActResult.Accepted told = Assert.IsType<ActResult.Accepted>(await bench.Do(slower));

        Assert.StartsWith("Lee Lead changed BH1", Assert.Single(told.NotTaken).Message, StringComparison.Ordinal);
        Assert.Equal([29m, 28m], (await bench.Records.Submissions.All(SmallPlan.Cycle, "BH1")).Select(submission => submission.Figure?.Value));
        Assert.Equal(2, (await bench.Figure("BH1")).Submission);
    }

    [Fact]
    public async Task What_somebody_else_writes_to_the_figure_in_between_is_not_lost()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        RequestedFigure before = await bench.Figure("SS1");
        SendFigures act = await bench.Sending(SmallPlan.Ann, Forms.Value("SS1", "68.2"));
        DateTime movedUtc = before.CorrectionsStopUtc(await bench.Records.Timetables.InForce(SmallPlan.Cycle)).AddDays(3);
        bench.Through(store => new RoadToTheRecords(store)
        {
            BeforeStoringAnAct = () => bench.Records.Figures.Change(SmallPlan.Cycle, "SS1", figure => figure with { RevisedUtc = movedUtc }),
        });

        QuarterBench.Accepted(await bench.Do(act));

        RequestedFigure stored = await bench.Figure("SS1");
        Assert.Equal((FigureStatus.Sent, movedUtc), (stored.Status, stored.RevisedUtc));
    }

    /// <summary>Counts what goes to the store, and lets somebody else in once, between the check of an answer and the storing of its act.</summary>
    private sealed class RoadToTheRecords(IRecordStore store) : IRecordStore
    {
        public List<string> Requests { get; } = [];

        public Func<Task>? BeforeStoringAnAct { get; set; }

        public Task<Row?> Get(string table, string partition, string key, CancellationToken cancellation = default)
        {
            Requests.Add($"get {table} {partition} {key}");
            return store.Get(table, partition, key, cancellation);
        }

        public Task<IReadOnlyList<Row>> List(string table, string partition, CancellationToken cancellation = default)
        {
            Requests.Add($"list {table} {partition}");
            return store.List(table, partition, cancellation);
        }

        public async Task<Row?> Insert(string table, Row row, CancellationToken cancellation = default)
        {
            if (table == "Acts" && BeforeStoringAnAct is { } somebodyElse)
            {
                BeforeStoringAnAct = null;
                await somebodyElse();
            }

            Requests.Add($"insert {table} {row.Partition} {row.Key}");
            return await store.Insert(table, row, cancellation);
        }

        public Task<Row?> Replace(string table, Row row, CancellationToken cancellation = default)
        {
            Requests.Add($"replace {table} {row.Partition} {row.Key}");
            return store.Replace(table, row, cancellation);
        }

        public Task<bool> Delete(string table, string partition, string key, CancellationToken cancellation = default)
        {
            Requests.Add($"delete {table} {partition} {key}");
            return store.Delete(table, partition, key, cancellation);
        }

        public IAsyncEnumerable<(string Table, Row Row)> All(CancellationToken cancellation = default) => store.All(cancellation);
    }
}

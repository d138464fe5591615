using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.DurableTask;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Boards;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Clinics;
using QuarterlyCycle.Orchestrations.Collections;
using QuarterlyCycle.Orchestrations.Cycles;
using QuarterlyCycle.Orchestrations.DataRequests;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.OutcomeGroups;
using QuarterlyCycle.Orchestrations.Reviews;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;
using QuarterlyCycle.Orchestrations.Waiting;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests;

public sealed class RegistrationTests
{
    private static readonly Type[] Types = typeof(QuarterRegistration).Assembly.GetTypes();

    [Fact]
    public void Every_orchestrator_is_registered_under_its_own_name()
    {
        IEnumerable<Type> orchestrators = Types.Where(type => type.IsAssignableTo(typeof(ITaskOrchestrator)) && !type.IsAbstract);

        Assert.Equal(Names(orchestrators), Names(QuarterRegistration.Orchestrators.Select(registered => registered.Type)));
        Assert.All(QuarterRegistration.Orchestrators, registered => Assert.Equal(registered.Type.Name, registered.Name));
        Assert.All(
            QuarterRegistration.Orchestrators,
            registered => Assert.Equal(registered.Name, registered.Type.GetCustomAttribute<DurableTaskAttribute>()!.Name.Name));
    }

    [Fact]
    public void Every_call_record_is_registered_and_has_one_result_type()
    {
        IEnumerable<Type> calls = Types.Where(type => !type.IsInterface && Results(type).Any());

        Assert.Equal(Names(calls), Names(QuarterRegistration.Calls));
        Assert.All(QuarterRegistration.Calls, call => Assert.Single(Results(call)));
    }

    [Fact]
    public void Every_event_is_registered()
    {
        IEnumerable<Type> events = Types.Where(type => type.IsAssignableTo(typeof(Signal)) && !type.IsAbstract);

        Assert.Equal(Names(events), Names(QuarterRegistration.Events));
    }

    [Fact]
    public void Every_call_record_has_exactly_one_activity_in_a_rehearsal()
    {
        IEnumerable<string> activities = RehearsedActivities.Of(new KeptRecords(), new Trace(TimeProvider.System), TimeProvider.System).Select(activity => activity.Name);

        Assert.Equal(Names(QuarterRegistration.Calls), activities.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_outcome_tells_how_many_steps_failed() =>
        Assert.All(
            QuarterRegistration.Orchestrators,
            registered => Assert.True(((ITaskOrchestrator)Activator.CreateInstance(registered.Type)!).OutputType.IsAssignableTo(typeof(Outcome))));

    [Fact]
    public void Briefs_take_at_most_4_KB_with_ten_groups_long_codes_and_75_reviews()
    {
        Timetable dates = Quarter2.Timetable;
        ReviewDates review = ReviewDates.Of(dates);
        PackKey pack = new("2025-26-Q2-of-a-long-plan", new string('b', 60));
        ClinicMilestone[] milestones = [.. Enumerable.Range(1, 12).Select(number => new ClinicMilestone(number, dates.ClosesUtc.AddDays(number)))];
        object[] briefs =
        [
            new QuarterlyCycleBrief(pack.Cycle, 1, 75),
            new CollectionBrief(pack.Cycle, 75, 1, dates.Chasing, dates.AnswersStopUtc),
            new DataRequestBrief(new DataRequestKey(pack.Cycle, 75, "o99999"), 1, dates.Chasing, dates.AnswersStopUtc),
            new ReviewBrief(new ReviewKey(pack.Cycle, "o99999", 75), 1, review),
            new ReviewChunkBrief(pack.Cycle, 1, review, [.. Enumerable.Range(0, 75).Select(number => new ReviewPart($"o{99000 + number}", 1))]),
            new OutcomeGroupBrief(pack, 1, dates.Groups[0]),
            new BoardPackBrief(pack, 1, dates.Board),
            new PerformanceClinicBrief($"{pack.Cycle}.SS3a", "SS3a", pack.Cycle, 1, dates.DueUtc, milestones, dates.DueUtc, dates.ClosesUtc, ClinicProgress.None with { Checked = [1, 2, 3, 4, 5, 6] }),
        ];

        Assert.Equal(QuarterRegistration.Orchestrators.Count, briefs.Length);
        Assert.All(briefs, brief => Assert.InRange(Size(brief), 1, 4096));
    }

    [Fact]
    public void Outcomes_take_at_most_300_bytes() =>
        Assert.All(
            new object[]
            {
                new QuarterlyCycleOutcome(QuarterlyCycleResult.ClosedWithGaps, 99999, 99999),
                new CollectionOutcome(75, 75, 75, 75, 75, 99999),
                new DataRequestOutcome(DataRequestResult.ReturnedInPart, 99999),
                new ReviewChunkOutcome(75, 75, 75, 75, 75, 99999),
                new ReviewOutcome(ReviewResult.QuestionsOpen, 99999),
                new OutcomeGroupOutcome(OutcomeGroupResult.NotSignedOff, 99999),
                new BoardPackOutcome(BoardPackResult.DecisionsRecorded, 99999),
                new PerformanceClinicOutcome(ClinicResult.NotClosed, 99999),
            },
            outcome => Assert.InRange(Size(outcome), 1, 300));

    [Fact]
    public void Nulls_are_left_out_so_that_a_property_added_later_leaves_old_inputs_equal()
    {
        string written = JsonSerializer.Serialize(new RecordNeedsAttention("2025-26-Q2", "SendPapers", "away"), QuarterJson.Options);

        Assert.Equal("""{"Cycle":"2025-26-Q2","Step":"SendPapers","Reason":"away"}""", written);
    }

    [Fact]
    public void Instance_ids_use_only_letters_digits_hyphens_and_dots_and_tell_their_cycle()
    {
        string[] ids =
        [
            InstanceIds.Cycle("2026-27-Q1"),
            InstanceIds.Collection("2026-27-Q1", 3),
            InstanceIds.DataRequest("2026-27-Q1", "o0417"),
            InstanceIds.Review("2026-27-Q1", "o0032", 1),
            InstanceIds.Review("2026-27-Q1", "o0032", 2),
            InstanceIds.ReviewChunk("2026-27-Q1", 1),
            InstanceIds.OutcomeGroup("2026-27-Q1", "stay-safe"),
            InstanceIds.BoardPack("2026-27-Q1"),
            InstanceIds.Clinic("2026-27-Q1.m014"),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches(new Regex(@"^[A-Za-z0-9.-]{1,100}$", RegexOptions.None, TimeSpan.FromSeconds(1)), id));
        Assert.All(ids, id => Assert.Equal("2026-27-Q1", InstanceIds.CycleOf(id)));
    }

    private static int Size(object value) => Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(value, value.GetType(), QuarterJson.Options));

    private static IEnumerable<Type> Results(Type type) =>
        type.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IActivityCall<>));

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);
}

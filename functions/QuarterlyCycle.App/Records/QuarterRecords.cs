using QuarterlyCycle.App.Files;

namespace QuarterlyCycle.App.Records;

/// <summary>Every record of the quarters, in one place for those who read and write several.</summary>
public sealed class QuarterRecords
{
    public QuarterRecords(IRecordStore store, IFileStore files)
    {
        Assignments = new AssignmentFiles(files);
        Cycles = new Cycles(store);
        Timetables = new Timetables(store, Cycles);
        DataRequests = new DataRequests(store, Assignments);
        Figures = new RequestedFigures(store, Assignments);
        Submissions = new Submissions(store);
        Challenges = new Challenges(store, Assignments);
        Extensions = new Extensions(store);
        Packs = new Packs(store);
        SignOffs = new SignOffs(store);
        GroupUpdates = new GroupUpdates(store);
        Summaries = new Summaries(store);
        Decisions = new Decisions(store);
        Clinics = new Clinics(store);
        People = new People(store);
        NeedsAttention = new NeedsAttention(store);
    }

    public Cycles Cycles { get; }

    public Timetables Timetables { get; }

    public AssignmentFiles Assignments { get; }

    public DataRequests DataRequests { get; }

    public RequestedFigures Figures { get; }

    public Submissions Submissions { get; }

    public Challenges Challenges { get; }

    public Extensions Extensions { get; }

    public Packs Packs { get; }

    public SignOffs SignOffs { get; }

    public GroupUpdates GroupUpdates { get; }

    public Summaries Summaries { get; }

    public Decisions Decisions { get; }

    public Clinics Clinics { get; }

    public People People { get; }

    public NeedsAttention NeedsAttention { get; }
}

using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.Orchestrations.Tests.Rehearsing;

/// <summary>The records of a rehearsed quarter, kept in memory; the activities and the acts of people read and write them.</summary>
internal sealed class KeptRecords
{
    public Lock Gate { get; } = new();

    public Dictionary<int, Timetable> Timetables { get; } = [];

    public List<AskedMeasure> Measures { get; } = [];

    public Dictionary<string, List<KeptPack>> Packs { get; } = [];

    public Dictionary<string, HashSet<int>> Drafts { get; } = [];

    public bool DecisionsRecorded { get; set; }

    /// <summary>Activities that fail, by their call's name, for as long as they stand here.</summary>
    public Dictionary<string, Exception> Faults { get; } = [];

    public Timetable Newest => Timetables[Timetables.Keys.Max()];

    public IEnumerable<AskedMeasure> AskedOf(string officer) => Measures.Where(measure => measure.Officer == officer);

    public AskedMeasure Measure(string code) => Measures.Single(measure => measure.Code == code);

    public List<KeptPack> PacksOf(string body)
    {
        if (!Packs.TryGetValue(body, out List<KeptPack>? packs))
        {
            packs = [];
            Packs.Add(body, packs);
        }

        return packs;
    }
}

internal sealed class AskedMeasure
{
    public required string Code { get; init; }

    public required string Officer { get; init; }

    public required int Chunk { get; init; }

    public required string Lead { get; init; }

    public required DateTime DueUtc { get; set; }

    public required DateTime AnswersStopUtc { get; set; }

    public DateTime? AnsweredUtc { get; set; }

    public bool NotSupplied { get; set; }

    public bool Agreed { get; set; }

    public bool AgreementUndone { get; set; }

    public bool QuestionOpen { get; set; }

    public bool WasQuestioned { get; set; }

    public bool ToldLate { get; set; }

    public bool IsOutstanding => AnsweredUtc is null && !NotSupplied;
}

internal sealed class KeptPack
{
    public required int Version { get; init; }

    public required string Seal { get; init; }

    public bool Issued { get; set; }

    public bool Signed { get; set; }
}

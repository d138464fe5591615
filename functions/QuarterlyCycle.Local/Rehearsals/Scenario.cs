using System.Text.Json;
using System.Text.Json.Serialization;
using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Local.Rehearsals;

/// <summary>Who does what in a rehearsed quarter, on which working day of the cycle; read from a JSON file that stands beside its plan.</summary>
public sealed record Scenario
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>What the scenario is and where its figures come from.</summary>
    public string About { get; init; } = "";

    /// <summary>The quarter it is written for.</summary>
    public required string Quarter { get; init; }

    public required IReadOnlyList<ScenarioStep> Steps { get; init; }

    /// <summary>What the same people do in the quarter after this one, if that is written too.</summary>
    public Scenario? Next { get; init; }

    /// <summary>This quarter and those that are written after it, in order.</summary>
    public IEnumerable<Scenario> Quarters => Next is null ? [this] : Next.Quarters.Prepend(this);

    /// <summary>Reads a scenario; a mistake in it is one sentence with the file, the line and what is wrong.</summary>
    public static Scenario Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            Scenario read = JsonSerializer.Deserialize<Scenario>(file, Format) ?? throw new Commands.RefusedArgument($"The scenario {path} is empty.");
            return Faults(read).FirstOrDefault() is { } fault ? throw new Commands.RefusedArgument($"The scenario {path} cannot be played: {fault}") : read;
        }
        catch (JsonException mistake)
        {
            string line = mistake.LineNumber is { } number ? $", line {number + 1}" : "";
            throw new Commands.RefusedArgument($"The scenario {path}{line} ({mistake.Path}) cannot be read: {mistake.Message.Split(" Path:")[0]}");
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new Commands.RefusedArgument($"There is no scenario at {path}: name one with --scenario FILE.");
        }
    }

    private static IEnumerable<string> Faults(Scenario scenario)
    {
        foreach (Scenario each in scenario.Quarters)
        {
            if (!Domain.Calendar.Quarter.TryParse(each.Quarter, out Quarter quarter))
            {
                yield return $"\"{each.Quarter}\" is not a quarter. Write it like 2008-09-Q2.";
            }
            else if (each.Next is { } next && next.Quarter != quarter.Next.Code)
            {
                yield return $"the quarter after {quarter} is {quarter.Next}, not \"{next.Quarter}\".";
            }
        }
    }
}

/// <summary>What somebody does in a scenario.</summary>
public enum ScenarioAct
{
    Send,
    Correct,
    AskForMoreTime,
    DecideExtension,
    Ask,
    SendBack,
    Answer,
    Agree,
    Remind,
    Summarise,
    Build,
    Issue,
    Withdraw,
    Update,
    Sign,
    SendPackBack,
    Decide,
    UpdateDecision,
    ProposeClinic,
    CallClinic,
    DeclineClinic,
    RecordClinic,
    CloseClinic,
    Revise,
    CorrectPlan,
}

/// <summary>One thing that one person does; only the fields of its act are given.</summary>
public sealed record ScenarioStep
{
    /// <summary>The working day of the cycle, from 1.</summary>
    public required int Day { get; init; }

    /// <summary>The time in London.</summary>
    public required TimeOnly At { get; init; }

    /// <summary>The person's e-mail address.</summary>
    public required string Who { get; init; }

    public required ScenarioAct Does { get; init; }

    /// <summary>Whether the service is expected to refuse it.</summary>
    public bool Refused { get; init; }

    public IReadOnlyList<ScenarioFigure> Figures { get; init; } = [];

    public string? Code { get; init; }

    /// <summary>Measures to agree; none means all that this person may agree and that no check has fired on.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    public string? Value { get; init; }

    /// <summary>For a milestone that is corrected, where it is.</summary>
    public string? Milestone { get; init; }

    public string? Comment { get; init; }

    public string? Reason { get; init; }

    public string? Words { get; init; }

    /// <summary>The earlier quarter whose figure is revised; the quarter before this one if not given.</summary>
    public string? Quarter { get; init; }

    public string? Answer { get; init; }

    public int? AnswerByDay { get; init; }

    public IReadOnlyList<string> Officers { get; init; } = [];

    /// <summary>For an extension, the codes asked for; for a group's update, see <see cref="Updates"/>.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    public int? UntilDay { get; init; }

    public string? Why { get; init; }

    /// <summary>The officer whose extension is decided.</summary>
    public string? Officer { get; init; }

    public bool Give { get; init; }

    public string? Body { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<ScenarioUpdate> Updates { get; init; } = [];

    public string? Equality { get; init; }

    public string? Concerns { get; init; }

    public string? Paragraph { get; init; }

    public IReadOnlyList<ScenarioDecision> Decisions { get; init; } = [];

    /// <summary>The number of the decision that is updated, in the quarter before this one.</summary>
    public int? Decision { get; init; }

    /// <summary>Where the decision stands now: done, dropped or open.</summary>
    public string? State { get; init; }

    /// <summary>The day on which a clinic was held; the day of the step if not given.</summary>
    public int? HeldDay { get; init; }

    /// <summary>What a clinic found.</summary>
    public string? Findings { get; init; }

    /// <summary>What a clinic decided to do.</summary>
    public IReadOnlyList<ScenarioClinicAction> Actions { get; init; } = [];

    /// <summary>The cells of the plan that are corrected while the quarter runs.</summary>
    public IReadOnlyList<ScenarioPlanChange> Changes { get; init; } = [];
}

/// <summary>An answer as an officer would type it.</summary>
public sealed record ScenarioFigure
{
    public required string Code { get; init; }

    public string? Value { get; init; }

    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    public bool Provisional { get; init; }

    public string? Milestone { get; init; }

    public string? Reason { get; init; }

    public string? Words { get; init; }

    public string? Comment { get; init; }

    public string? Explanation { get; init; }
}

/// <summary>What a group says about one measure.</summary>
public sealed record ScenarioUpdate(string Code, string Action, string Owner, int? DueDay, bool Board);

/// <summary>What somebody does after a clinic, by a working day of the cycle.</summary>
public sealed record ScenarioClinicAction(string Text, string Owner, int DueDay);

/// <summary>A cell of the plan that is corrected, found by its sheet, the code of its row and its column.</summary>
public sealed record ScenarioPlanChange(string Sheet, string Code, string Column, string Value);

/// <summary>One decision of the board.</summary>
public sealed record ScenarioDecision(string Outcome, string Text, string? About, string? Owner, int? DueDay);

using System.Globalization;
using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Brings one cell into canonical form, or says what is wrong with it.</summary>
internal sealed class CellReader(KnownNames known, ProblemList problems)
{
    /// <summary>The parts of a list cell.</summary>
    public static IReadOnlyList<string> Split(string cell) => cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The canonical form of a cell; empty when it is blank or in error.</summary>
    public string Read(ReadRow row, PlanColumn column, string raw)
    {
        string written = raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
        if (written.Length == 0)
        {
            return "";
        }

        string plain = Markup.Remove(written);
        if (plain != written)
        {
            problems.Warn(row, column.Name, "HTML was removed.");
        }

        if (column.Type == ColumnType.Text)
        {
            if (Placeholder.In(plain) is { } placeholder)
            {
                problems.Warn(row, column.Name, $"{placeholder} is a placeholder. It is kept, never published, and stops a pack from being issued.");
            }

            return plain;
        }

        if (!column.IsList)
        {
            return ReadOne(row, column, plain) ?? "";
        }

        IReadOnlyList<string> parts = column.Type is ColumnType.Owner or ColumnType.Email ? PartsOfPeople(row, column, plain) : Split(plain);
        List<string> read = [];
        foreach (string part in parts)
        {
            if (column.Type == ColumnType.Code && !part.Any(char.IsLetter))
            {
                problems.Warn(row, column.Name, $"\"{part}\" is no code and was left out.");
                continue;
            }

            if (ReadOne(row, column, part) is { } one && !read.Contains(one))
            {
                read.Add(one);
            }
        }

        // What was written stays as it was spaced, unless reading changed a part.
        return read.SequenceEqual(Split(plain)) ? plain : string.Join(';', read);
    }

    private string? ReadOne(ReadRow row, PlanColumn column, string written) => column.Type switch
    {
        ColumnType.YesNo => YesNo(row, column, written),
        ColumnType.Whole or ColumnType.Number => Number(row, column, written),
        ColumnType.Date => Date(row, column, written),
        ColumnType.Time => Time(row, column, written),
        ColumnType.Period => ReadPeriod(row, column, written),
        ColumnType.MailDomain => MailDomain(row, column, written),
        ColumnType.Email => Email(row, column, written),
        ColumnType.Owner => Owner(row, column, written),
        ColumnType.Choice => Choice(row, column, written),
        ColumnType.Code => Code(row, column, written),
        _ => written,
    };

    private string? YesNo(ReadRow row, PlanColumn column, string written) => written.ToLowerInvariant() switch
    {
        "yes" or "y" or "true" => "yes",
        "no" or "n" or "false" => "no",
        _ => Wrong(row, column, "must be yes or no."),
    };

    private string? Number(ReadRow row, PlanColumn column, string written)
    {
        if (PlainNumber.Read(written) is not { } number)
        {
            string hint = Placeholder.In(written) is null ? "" : " A placeholder is no number: leave the cell empty.";
            return Wrong(row, column, $"must be {(column.Type == ColumnType.Whole ? "a whole number" : "a number")}.{hint}");
        }

        if (column.Type == ColumnType.Whole && (number != decimal.Truncate(number) || Math.Abs(number) > 1_000_000))
        {
            return Wrong(row, column, "must be a whole number.");
        }

        if (number < column.Least || number > column.Most)
        {
            return Wrong(row, column, (column.Least, column.Most) switch
            {
                ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $"must be from {least} to {most}."),
                ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"must be at least {least}."),
                _ => string.Create(CultureInfo.InvariantCulture, $"must be at most {column.Most}."),
            });
        }

        return PlainNumber.IsPlain(written) ? written : number.ToString(CultureInfo.InvariantCulture);
    }

    private string? Date(ReadRow row, PlanColumn column, string written)
    {
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return written;
        }

        bool isBritish = DateOnly.TryParseExact(written, ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day);
        string hint = isBritish ? $" Did you mean {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}?" : "";
        return Wrong(row, column, $"must be a date like 2025-10-17.{hint}");
    }

    private string? Time(ReadRow row, PlanColumn column, string written) =>
        TimeOnly.TryParseExact(written, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
            : Wrong(row, column, "must be a time like 17:00.");

    private string? ReadPeriod(ReadRow row, PlanColumn column, string written) =>
        Period.TryParse(written, out Period? period) ? period.Code : Wrong(row, column, "must be a period like 2009-10, 2009-10 Q2, 2009-10 YTD Q2, CY2007, AY2008-09 or 2009-03-31.");

    private string? MailDomain(ReadRow row, PlanColumn column, string written)
    {
        string domain = written.TrimStart('@').ToLowerInvariant();
        return EmailText.IsDomain(domain) ? domain : Wrong(row, column, "must be the part of an e-mail address after the @, like example.org.");
    }

    private string? Email(ReadRow row, PlanColumn column, string written)
    {
        string? address = EmailText.IsAddress(written) ? EmailText.Canonical(written) : AddressFor(written);
        if (address is null || column.IsKey || column.Names == Named.Nothing)
        {
            return address ?? Wrong(row, column, $"must be an e-mail address.{NearestPerson(written)}");
        }

        return KnownAddress(address) ?? Wrong(row, column, $"nobody in people has this address.{Spelling.DidYouMean(address, known.Of(Named.Person))}");
    }

    private string? Owner(ReadRow row, PlanColumn column, string written)
    {
        string? alias = AddressFor(written);
        if (!Plans.Owner.TryParse(alias ?? written, out Owner? owner))
        {
            return Wrong(row, column, $"must be an e-mail address, post:CODE or body:CODE.{NearestPerson(written)}");
        }

        switch (owner.Kind)
        {
            case OwnerKind.Post:
                string post = Resolve(Named.Post, owner.Code);
                return known.Of(Named.Post).Contains(post) ? $"post:{post}" : Wrong(row, column, $"no post has this code.{Spelling.DidYouMean(post, known.Of(Named.Post))}");
            case OwnerKind.Body:
                string body = Resolve(Named.Body, owner.Code);
                return known.Of(Named.Body).Contains(body) ? $"body:{body}" : Wrong(row, column, $"no body has this code.{Spelling.DidYouMean(body, known.Of(Named.Body))}");
            default:
                return KnownAddress(owner.Code) ?? Wrong(row, column, $"nobody in people has this address.{Spelling.DidYouMean(owner.Code, known.Of(Named.Person))}");
        }
    }

    private string? Choice(ReadRow row, PlanColumn column, string written)
    {
        string word = written.ToLowerInvariant();
        string hyphened = word.Replace(' ', '-').Replace('_', '-');
        return column.Choices.Contains(word) ? word
            : column.Choices.Contains(hyphened) ? hyphened
            : Wrong(row, column, $"must be one of {string.Join(", ", column.Choices)}.{Spelling.DidYouMean(hyphened, column.Choices)}");
    }

    private string? Code(ReadRow row, PlanColumn column, string written)
    {
        string code = Resolve(column.Names, written);
        if (!CodeForm.IsPlain(code))
        {
            return Wrong(row, column, "a code may hold only letters from A to Z, digits and hyphens, and at most 40 of them.");
        }

        if (code != written)
        {
            problems.Warn(row, column.Name, $"read as {code}.");
        }

        if (column.IsKey || column.Names == Named.Nothing || known.Of(column.Names).Contains(code))
        {
            return code;
        }

        return Wrong(row, column, $"{Missing(column.Names)}{Spelling.DidYouMean(code, known.Of(column.Names))}");
    }

    /// <summary>The canonical form of a code that names something, confirmed aliases applied.</summary>
    public string Resolve(Named named, string written)
    {
        if (known.Of(named).Contains(written))
        {
            return written;
        }

        if (named is Named.Organisation or Named.Body or Named.Post)
        {
            AliasKind kind = named == Named.Organisation ? AliasKind.Organisation : AliasKind.Body;
            return (named == Named.Post ? null : known.Alias(kind, written)) ?? CodeForm.CanonicalName(written);
        }

        string code = CodeForm.Canonical(written);
        return known.Alias(AliasKind.Code, code) is { } means ? CodeForm.Canonical(means) : code;
    }

    private List<string> PartsOfPeople(ReadRow row, PlanColumn column, string cell)
    {
        List<string> parts = [];
        foreach (string part in Split(cell))
        {
            List<string> people = Plans.Owner.TryParse(part, out _) || AddressFor(part) is not null ? [part] : SeveralPeople(part);
            if (people.Count > 1)
            {
                problems.Warn(row, column.Name, $"read as {people.Count.ToString(CultureInfo.InvariantCulture)} people: {string.Join("; ", people)}.");
            }

            parts.AddRange(people.Count == 0 ? [part] : people);
        }

        return parts;
    }

    // Two or three leads in one cell without a separator are split only where every part is a known person.
    private List<string> SeveralPeople(string part)
    {
        string[] words = part.Split([' ', ',', '\n', '\t', '&', '/'], StringSplitOptions.RemoveEmptyEntries);
        List<string> people = [];
        int next = 0;
        while (next < words.Length)
        {
            int taken = 0;
            for (int length = Math.Min(4, words.Length - next); length > 0 && taken == 0; length--)
            {
                string name = string.Join(' ', words, next, length);
                if ((EmailText.IsAddress(name) ? KnownAddress(EmailText.Canonical(name)) : AddressFor(name)) is { } address)
                {
                    people.Add(address);
                    taken = length;
                }
            }

            if (taken == 0 && !words[next].Equals("and", StringComparison.OrdinalIgnoreCase))
            {
                return [];
            }

            next += Math.Max(taken, 1);
        }

        return people;
    }

    private string? AddressFor(string name) => known.Alias(AliasKind.Person, name) ?? known.AddressOf(name);

    private string? KnownAddress(string address) => known.Of(Named.Person).Contains(address) ? address : known.Alias(AliasKind.Person, address);

    private string NearestPerson(string written) =>
        Spelling.Nearest(written, known.PeopleNames) is { } name && known.AddressOf(name) is { } address ? $" Did you mean {address}?" : "";

    private static string Missing(Named named) => named switch
    {
        Named.Organisation => "no organisation has this code.",
        Named.Body => "no body has this code.",
        Named.Priority => "no priority has this code.",
        Named.Action => "no action has this code.",
        Named.Deliverable => "no deliverable has this code.",
        Named.Indicator => "no measure in indicators has this code.",
        _ => "no action, deliverable, measure, priority or body has this code.",
    };

    private string? Wrong(ReadRow row, PlanColumn column, string message)
    {
        problems.Error(row, column.Name, message);
        return null;
    }
}

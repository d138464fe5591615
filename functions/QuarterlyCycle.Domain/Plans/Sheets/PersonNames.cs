using System.Globalization;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Finds evidence that two people of the plan are one.</summary>
internal static class PersonNames
{
    // The short forms that British directories mix most.
    private static readonly string[][] s_shortForms =
    [
        ["elizabeth", "liz", "lizzie", "beth", "betty"], ["jacqueline", "jacqui", "jackie", "jacky"], ["david", "dave"], ["susan", "sue", "susie", "suzanne"],
        ["matthew", "matt", "mat"], ["timothy", "tim"], ["michael", "mike", "mick"], ["robert", "rob", "bob"], ["richard", "rich", "rick"], ["andrew", "andy"],
        ["stephen", "steven", "steve"], ["christopher", "chris"], ["christine", "chris", "chrissie"], ["katherine", "catherine", "kathryn", "kate", "kath", "cathy", "kathy"],
        ["patricia", "pat", "trish"], ["pamela", "pam"], ["jennifer", "jenny", "jen"], ["jonathan", "jon", "john"], ["philip", "phillip", "phil"], ["anthony", "tony"],
        ["william", "will", "bill"], ["james", "jim"], ["thomas", "tom"], ["nicholas", "nick"], ["nicola", "nicky", "nikki"], ["margaret", "maggie", "meg"], ["deborah", "debbie", "deb"],
        ["alexander", "alex"], ["alexandra", "alex", "sandra"], ["samuel", "sam"], ["samantha", "sam"], ["victoria", "vicky"], ["gillian", "gill", "jill"], ["kenneth", "ken"],
        ["edward", "ed", "ted"], ["gregory", "greg"], ["geoffrey", "geoff", "jeff"], ["alison", "ali"], ["barbara", "barb"], ["janet", "jan"], ["judith", "judy"], ["rebecca", "becky"],
    ];

    /// <summary>Why the two may be one person; null when nothing says so.</summary>
    public static string? Evidence(Person one, Person other)
    {
        (string oneFirst, string oneLast) = Split(one.Name);
        (string otherFirst, string otherLast) = Split(other.Name);
        if (oneLast.Length == 0 || otherLast.Length == 0 || one.AlsoKnownAs.Contains(other.Name) || other.AlsoKnownAs.Contains(one.Name))
        {
            return null;
        }

        int surnames = Spelling.Distance(oneLast, otherLast);
        bool surnamesAreNear = surnames <= 2 && surnames < Math.Min(oneLast.Length, otherLast.Length) / 2;
        string sameWork = Work(one, other) is { } work ? $", and {work}" : "";
        if (surnamesAreNear && oneFirst == otherFirst)
        {
            return surnames == 0 ? $"the names are the same{sameWork}" : $"the surnames differ by {Letters(surnames)}{sameWork}";
        }

        if (surnamesAreNear && FirstNamesAreLike(oneFirst, otherFirst) is { } like)
        {
            return (surnames == 0 ? like : $"{like}, and the surnames differ by {Letters(surnames)}") + sameWork;
        }

        return Work(one, other);
    }

    private static string? FirstNamesAreLike(string one, string other)
    {
        if (s_shortForms.Any(forms => forms.Contains(one) && forms.Contains(other)))
        {
            return "one first name is a short form of the other";
        }

        int apart = Spelling.Distance(one, other);
        int shorter = Math.Min(one.Length, other.Length);
        return shorter >= 4 && one[0] == other[0] && apart <= (shorter >= 6 ? 2 : 1) ? $"the first names differ by {Letters(apart)}" : null;
    }

    private static string? Work(Person one, Person other) =>
        one.Organisation == other.Organisation && one.JobTitles.Intersect(other.JobTitles, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } title
            ? $"both are {title} in the same organisation"
            : null;

    private static (string First, string Last) Split(string name)
    {
        // "Chair, Stay Safe outcome group" is a post that stands in for a name.
        if (name.Contains(',', StringComparison.Ordinal))
        {
            return (name, "");
        }

        string[] words = name.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? (name, "") : (words[0], words[^1]);
    }

    private static string Letters(int number) => number == 1 ? "one letter" : $"{number.ToString(CultureInfo.InvariantCulture)} letters";
}

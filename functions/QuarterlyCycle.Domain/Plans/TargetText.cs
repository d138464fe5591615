using System.Globalization;
using System.Text.RegularExpressions;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>Reads targets as plans write them, and asks wherever the words have two readings.</summary>
public static partial class TargetText
{
    /// <summary>What the words say; the measure's polarity, where known, answers which way is better.</summary>
    public static TargetReading Read(string text, Polarity? polarity = null)
    {
        if (text.Trim().Length == 0 || Placeholder.In(text) is not null)
        {
            return Kept(text, TargetTextOnly.Placeholder);
        }

        Words words = new(text, polarity);
        return WithoutNumber(words) ?? SeveralTargets(words) ?? FromBaseline(words) ?? Relative(words) ?? Bounded(words) ?? Plain(words);
    }

    private static TargetReading? WithoutNumber(Words words)
    {
        if (Undefined().IsMatch(words.Plain))
        {
            return Kept(words.Text, TargetTextOnly.NotYetDefined);
        }

        if (ToBeFinalised().IsMatch(words.Plain))
        {
            return Kept(words.Text, TargetTextOnly.NoTarget);
        }

        if (Nil().IsMatch(words.Plain))
        {
            return words.Found(0, TargetOperator.AtMost) with { KeepsWords = CloseToZero().IsMatch(words.Plain) };
        }

        if (Number().IsMatch(words.Plain))
        {
            return null;
        }

        bool isWish = Wish().IsMatch(words.Plain);
        return Kept(words.Text, isWish ? TargetTextOnly.NoTarget : TargetTextOnly.Milestone);
    }

    private static TargetReading? SeveralTargets(Words words)
    {
        if (Bundle().IsMatch(words.Plain))
        {
            return Kept(words.Text, TargetTextOnly.Bundle);
        }

        if (TwoVerbs().IsMatch(words.Plain))
        {
            return Asked(words, "There are two targets in these words. Give each its own measure.");
        }

        Match range = FromTo().Match(words.Plain);
        if (!EachTime().IsMatch(words.Plain))
        {
            bool isOneTarget = range.Success || PercentFromBaseline().IsMatch(words.Plain) || Percent().Matches(words.Plain).DistinctBy(match => Value(match, "value")).Count() < 2;
            return isOneTarget ? null : Asked(words, "There are two percentages in these words. Give each its own measure.");
        }

        return range.Success
            ? Asked(words, "Two readings: growth on growth, or points of the total. Write the target of each period.") with { Baseline = Value(range, "from"), Value = Value(range, "to") }
            : Asked(words, "One target for each year once the baseline is known. What is the baseline?");
    }

    private static TargetReading? FromBaseline(Words words)
    {
        Match share = PercentFromBaseline().Match(words.Plain);
        if (share.Success && words.Direction is { } direction)
        {
            decimal baseline = Value(share, "baseline");
            decimal part = Value(share, "percent") / 100;
            decimal value = baseline * (direction == TargetOperator.AtMost ? 1 - part : 1 + part);
            return words.Found(value, direction) with { Baseline = baseline, Unit = null };
        }

        Match range = FromTo().Match(words.Plain);
        if (!range.Success)
        {
            return null;
        }

        decimal from = Value(range, "from");
        decimal to = Value(range, "to");
        return words.Found(to, to < from ? TargetOperator.AtMost : TargetOperator.AtLeast) with { Baseline = from };
    }

    private static TargetReading? Relative(Words words)
    {
        if (ChangeByPercent().IsMatch(words.Plain))
        {
            return Asked(words, "A change in per cent needs its baseline. What is the baseline?");
        }

        return IncreaseWithoutTo().IsMatch(words.Plain) ? Asked(words, "By this much, or to this value?") : null;
    }

    private static TargetReading? Bounded(Words words)
    {
        Match most = AtMost().Match(words.Plain);
        if (most.Success)
        {
            return words.Found(Value(most, "value"), TargetOperator.AtMost);
        }

        Match least = AtLeast().Match(words.Plain);
        return least.Success ? words.Found(Value(least, "value"), TargetOperator.AtLeast) : null;
    }

    private static TargetReading Plain(Words words)
    {
        Match to = VerbTo().Match(words.Plain);
        if (to.Success && words.Direction is { } direction)
        {
            return words.Found(Value(to, "value"), direction);
        }

        Match rate = Per().Match(words.Plain);
        if (rate.Success)
        {
            return words.FoundOrAsked(Value(rate, "value"));
        }

        Match percent = Percent().Match(words.Plain);
        if (percent.Success)
        {
            bool saysGood = words.Direction is not null || GoodPercent().IsMatch(words.Plain);
            return saysGood ? words.Found(Value(percent, "value"), words.Direction ?? words.FromPolarity ?? TargetOperator.AtLeast) : words.FoundOrAsked(Value(percent, "value"));
        }

        Match count = Count().Match(words.Plain);
        return count.Success
            ? words.Found(Value(count, "value"), words.Direction ?? words.FromPolarity ?? TargetOperator.AtLeast)
            : Kept(words.Text, TargetTextOnly.Milestone);
    }

    private static TargetReading Kept(string text, TargetTextOnly why) => new(TargetReadingKind.TextOnly, text) { Why = why };

    private static TargetReading Asked(Words words, string question) => new(TargetReadingKind.Ask, words.Text) { Question = question, By = words.By };

    private static decimal Value(Match match, string group) =>
        decimal.Parse(match.Groups[group].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    /// <summary>The words in small letters without years, spans of age or time, and levels, whose numbers are no targets.</summary>
    private sealed class Words
    {
        public Words(string text, Polarity? polarity)
        {
            Text = text;
            string small = Spaces().Replace(text.ToLowerInvariant().Replace('’', '\''), " ").Replace(" %", "%", StringComparison.Ordinal).Trim(' ', '.', '•', '-', '–');
            By = Date(small);
            Plain = Spaces().Replace(NoTargets().Replace(ByDate().Replace(small, " "), " "), " ").Trim();
            FromPolarity = polarity switch
            {
                Polarity.High => TargetOperator.AtLeast,
                Polarity.Low => TargetOperator.AtMost,
                _ => null,
            };
            Direction = Reducing().IsMatch(Plain) ? TargetOperator.AtMost : Growing().IsMatch(Plain) ? TargetOperator.AtLeast : null;
        }

        public string Text { get; }

        public string Plain { get; }

        public DateOnly? By { get; }

        /// <summary>What the verb says.</summary>
        public TargetOperator? Direction { get; }

        public TargetOperator? FromPolarity { get; }

        public TargetReading Found(decimal value, TargetOperator which)
        {
            Match per = Per().Match(Plain);
            return new TargetReading(TargetReadingKind.Read, Text)
            {
                Value = value,
                Operator = which,
                By = By,
                Unit = UnitOf(per.Success),
                Multiplier = per.Success ? TargetText.Value(per, "per") : null,
                MeasureKind = Plain.Contains("snapshot", StringComparison.Ordinal) ? IndicatorKind.Snapshot : null,
            };
        }

        public TargetReading FoundOrAsked(decimal value) =>
            (Direction ?? FromPolarity) is { } which
                ? Found(value, which)
                : Found(value, TargetOperator.AtLeast) with { Kind = TargetReadingKind.Ask, Operator = null, Question = "Is higher or lower better?" };

        private IndicatorUnit? UnitOf(bool isRate) =>
            isRate ? IndicatorUnit.Rate
            : Plain.Contains('%', StringComparison.Ordinal) ? IndicatorUnit.Percent
            : Plain.Contains('£', StringComparison.Ordinal) ? IndicatorUnit.Money
            : Plain.Contains("ratio", StringComparison.Ordinal) ? IndicatorUnit.Ratio
            : IndicatorUnit.Count;

        private static DateOnly? Date(string small)
        {
            Match match = ByDate().Match(small);
            if (!match.Success)
            {
                return null;
            }

            int year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            int month = match.Groups["month"].Success ? Array.FindIndex(s_months, name => match.Groups["month"].Value.StartsWith(name, StringComparison.Ordinal)) + 1 : 12;
            return new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        }

        private static readonly string[] s_months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    }

    private const RegexOptions Usual = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\s+", Usual, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\bby (the end of )?((?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* )?(?<year>(19|20)\d{2})\b(?!\s*[/–-]\s*\d)", Usual, 1000)]
    private static partial Regex ByDate();

    [GeneratedRegex(@"\b(19|20)\d{2}(\s*[/–-]\s*\d{2,4})?\b|\bwithin \d+ (working )?(days|weeks|months)|\b\d+\s*[–-]\s*\d+(\s*-?\s*(years?|year-olds?|weeks?))?|\b\d+\+? (or|and) \d+-year-olds?|\b(levels?|area|areas|year|ks|key stage|objectives?) \d+|\bks\d(/\d)?", Usual, 1000)]
    private static partial Regex NoTargets();

    [GeneratedRegex(@"\bawaiting\b|\bto be (developed|set|defined)\b", Usual, 1000)]
    private static partial Regex Undefined();

    [GeneratedRegex(@"\bto be (finalised|agreed|confirmed)\b|\btargets? as agreed\b|\bnone known\b|\bnot known\b", Usual, 1000)]
    private static partial Regex ToBeFinalised();

    [GeneratedRegex(@"\bto (be )?nil\b|\bas close to zero as possible\b|\bto (be )?zero\b", Usual, 1000)]
    private static partial Regex Nil();

    [GeneratedRegex(@"\bas close to zero as possible\b", Usual, 1000)]
    private static partial Regex CloseToZero();

    [GeneratedRegex(@"\d", Usual, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(to )?(increase|reduce|reduction|improve|improvement|raise|decrease|maintain|work towards|number|numbers|percentage|proportion|rate)\b", Usual, 1000)]
    private static partial Regex Wish();

    [GeneratedRegex(@"\b\d+ ([a-z][\w'-]* ){0,5}targets\b", Usual, 1000)]
    private static partial Regex Bundle();

    [GeneratedRegex(@"\b(increase|reduce|decrease|improve)\b[^.]*\d[^.]*\band (to )?(increase|reduce|decrease|improve)\b[^.]*\d", Usual, 1000)]
    private static partial Regex TwoVerbs();

    [GeneratedRegex(@"\d(\.\d+)?%.*\beach (year|quarter|month)\b", Usual, 1000)]
    private static partial Regex EachTime();

    [GeneratedRegex(@"(?<percent>\d+(\.\d+)?)%[^.]*\bfrom a baseline of (?<baseline>\d[\d,]*(\.\d+)?)", Usual, 1000)]
    private static partial Regex PercentFromBaseline();

    [GeneratedRegex(@"\bfrom (?<from>\d[\d,]*(\.\d+)?)%?\b[^.]*?\bto (?<to>\d[\d,]*(\.\d+)?)", Usual, 1000)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"\bby \d+(\.\d+)?%|\b\d+(\.\d+)?% (reduction|increase|decrease|improvement)\b|\b(reduction|increase|decrease|improvement) (in|of) \d+(\.\d+)?%", Usual, 1000)]
    private static partial Regex ChangeByPercent();

    [GeneratedRegex(@"\b(increase|improve|raise|reduce|decrease) \d", Usual, 1000)]
    private static partial Regex IncreaseWithoutTo();

    [GeneratedRegex(@"(?<value>\d[\d,]*(\.\d+)?)(%| [a-z]+)? (or (fewer|less|below|under)|and (below|under))\b|\b(no more than|up to|at most|fewer than|less than|a maximum of) (?<value>\d[\d,]*(\.\d+)?)", Usual, 1000)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"(?<value>\d[\d,]*(\.\d+)?)(%| [a-z]+)? (or|and) (more|above|over)\b|\b(at least|no fewer than|no less than|more than|a minimum of) (?<value>\d[\d,]*(\.\d+)?)", Usual, 1000)]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"\bto (?<value>\d[\d,]*(\.\d+)?)(?!\d)", Usual, 1000)]
    private static partial Regex VerbTo();

    [GeneratedRegex(@"(?<value>\d[\d,]*(\.\d+)?)\s*(ratio\s*)?per (?<per>\d[\d,]*)", Usual, 1000)]
    private static partial Regex Per();

    [GeneratedRegex(@"(?<value>\d[\d,]*(\.\d+)?)%", Usual, 1000)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\d% of\b|\btake[ -]?up (of|by)\b|\d% (uptake|take[ -]?up)\b|\b(achieved|achieving|completed|attendance)\b", Usual, 1000)]
    private static partial Regex GoodPercent();

    [GeneratedRegex(@"^(to |a |target of |deliver |provide )?£?(?<value>\d[\d,]*(\.\d+)?)\b", Usual, 1000)]
    private static partial Regex Count();

    [GeneratedRegex(@"\b(reduc(e|es|ed|ing|tion)|decreas(e|es|ed|ing)|lower|cut|fall|fewer)\b", Usual, 1000)]
    private static partial Regex Reducing();

    [GeneratedRegex(@"\b(increas(e|es|ed|ing)|improv(e|es|ed|ing|ement)|rais(e|es|ed|ing)|grow|more)\b", Usual, 1000)]
    private static partial Regex Growing();
}

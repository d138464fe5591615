using System.Diagnostics;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.ControlCharts;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using CycleQuarter = QuarterlyCycle.Domain.Calendar.Quarter;

namespace QuarterlyCycle.Benchmarks.Scenarios;

/// <summary>A large partnership's measures with five years of figures: each held against its target, its past and others, and hidden where it is small.</summary>
internal static class Judge
{
    private const int Measures = 5_000;
    private const int Quarters = 20;

    private static readonly CycleQuarter s_first = new(2005, 1);

    // Nothing is compiled yet then; a command that makes one pack sees this.
    private static (double All, double Processor)? s_firstInProcess;

    public static Task<Run> Measure(string root, TimeSpan atLeast) => Run.Repeated(atLeast, Measure);

    private static Task<Run> Measure()
    {
        Stretch whole = new(null);
        Plan plan = Partnership();
        SmallNumbers smallNumbers = SmallNumbers.Of(plan.Partnership);
        List<CycleQuarter> quarters = [s_first];
        while (quarters.Count < Quarters)
        {
            quarters.Add(quarters[^1].Next);
        }

        Run run = new();
        long before = Stopwatch.GetTimestamp();
        List<IndicatorHistory> histories = plan.Indicators.Select(indicator => IndicatorHistory.Of(plan, indicator, [])).ToList();
        run.Add("histories", "ms", Stopwatch.GetElapsedTime(before).TotalMilliseconds);

        TimeSpan processor = Environment.CpuUsage.TotalTime;
        before = Stopwatch.GetTimestamp();
        DisclosureTable disclosure = Suppression.Of(histories, quarters[^1], smallNumbers);
        TimeSpan suppressing = Stopwatch.GetElapsedTime(before);
        run.Add("suppressed, all 20 quarters", "ms", suppressing.TotalMilliseconds);

        int hidden = 0;
        before = Stopwatch.GetTimestamp();
        foreach (IndicatorHistory history in histories)
        {
            foreach (CycleQuarter quarter in quarters)
            {
                hidden += QuarterResults.For(history, quarter, disclosure).Hidden is null ? 0 : 1;
            }
        }

        TimeSpan judging = Stopwatch.GetElapsedTime(before);
        TimeSpan all = suppressing + judging;
        run.Add("judged, all 20 quarters", "ms", judging.TotalMilliseconds);
        run.Add("judged and suppressed, all", "ms", all.TotalMilliseconds);
        double processing = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds;
        s_firstInProcess ??= (all.TotalMilliseconds, processing);
        run.Add("the same, processor time", "ms", processing);
        run.Add("all, first in the process", "ms", s_firstInProcess.Value.All);
        run.Add("the same, processor time", "ms", s_firstInProcess.Value.Processor);
        run.Add("rate", "results/s", Measures * Quarters / all.TotalSeconds);

        before = Stopwatch.GetTimestamp();
        hidden += histories.Count(history => QuarterResults.For(history, quarters[^1], smallNumbers).Hidden is not null);
        run.Add("one quarter, each measure alone", "ms", Stopwatch.GetElapsedTime(before).TotalMilliseconds);

        before = Stopwatch.GetTimestamp();
        int signals = histories.Count(history => ControlChartRule.For(history, quarters[^1], plan.Partnership)?.SignalAt(quarters[^1]) is not null);
        run.Add("control charts", "ms", Stopwatch.GetElapsedTime(before).TotalMilliseconds);

        before = Stopwatch.GetTimestamp();
        int worse = histories.Count(history => plan.ComparatorsOf(history.Indicator.Code)
            .Any(comparator => ComparisonRule.Judge(history.At(quarters[^1]), comparator, history.Indicator, plan.Partnership).Band == ComparisonBand.Worse));
        run.Add("comparators", "ms", Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        run.Add("hidden figures, signals, worse", "found", hidden + signals + worse);
        run.Elapsed = whole.Elapsed;
        return Task.FromResult(run);
    }

    private static Plan Partnership()
    {
        List<Indicator> indicators = [];
        List<Target> targets = [];
        List<PlanFigure> figures = [];
        List<Comparator> comparators = [];
        for (int number = 0; number < Measures; number++)
        {
            Indicator indicator = MeasureOf(number);
            indicators.Add(indicator);
            CycleQuarter quarter = s_first;
            for (int place = 0; place < Quarters; place++, quarter = quarter.Next)
            {
                figures.Add(FigureOf(indicator, quarter, number, place));
                if (quarter.Number == 4)
                {
                    targets.Add(new Target { Indicator = indicator.Code, Period = Period.OfYear(quarter.StartYear), Value = indicator.Unit == IndicatorUnit.Count ? 200 : 70 });
                }
            }

            comparators.Add(new Comparator { Indicator = indicator.Code, Name = ComparatorName.England, Period = s_first.Period, Value = 65 });
        }

        return new Plan { Partnership = new PartnershipSettings { Name = "Large" }, Indicators = indicators, Targets = targets, Figures = figures, Comparators = comparators };
    }

    // Four of five groups of five are a total and its four parts, the fifth group are five measures by themselves.
    private static bool IsTotal(int number) => number % 5 == 0 && IsPartOfTable(number);

    private static bool IsPartOfTable(int number) => number / 5 % 5 != 4;

    private static Indicator MeasureOf(int number)
    {
        int kind = number / 5 % 3;
        return new()
        {
            Code = CodeOf(number),
            Name = "A measure",
            Bodies = ["group"],
            Parent = IsPartOfTable(number) && !IsTotal(number) ? CodeOf(number / 5 * 5) : null,
            Unit = kind == 0 ? IndicatorUnit.Count : kind == 1 ? IndicatorUnit.Percent : IndicatorUnit.Rate,
            Kind = kind == 0 ? IndicatorKind.Cumulative : IndicatorKind.Average,
            Polarity = number % 2 == 0 ? Polarity.High : Polarity.Low,
            Decimals = kind == 0 ? 0 : 1,
            Multiplier = kind == 2 ? 1_000 : null,
            Profile = kind == 0 ? TargetProfile.Linear : TargetProfile.Flat,
        };
    }

    private static string CodeOf(int number) => $"M{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static PlanFigure FigureOf(Indicator indicator, CycleQuarter quarter, int number, int place)
    {
        int[] counts = IsTotal(number) ? [.. Enumerable.Range(number + 1, 4).Select(part => CountOf(part, place))] : [CountOf(number, place)];
        return indicator.Unit == IndicatorUnit.Count
            ? new PlanFigure { Indicator = indicator.Code, Period = quarter.Period, Value = counts.Sum() }
            : new PlanFigure { Indicator = indicator.Code, Period = quarter.Period, Numerator = counts.Sum(), Denominator = 120 * counts.Length };
    }

    // Even spread without chance: every run judges the same figures. In every second group one count in ten is small.
    private static int CountOf(int number, int place)
    {
        int spread = ((number * 31) + (place * 17)) % 97;
        bool isSmall = number / 5 % 2 == 1 && spread % 10 == 0;
        return isSmall ? 1 + (spread / 10 % 5) : 10 + spread;
    }
}

using System.Diagnostics;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.ControlCharts;
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

        before = Stopwatch.GetTimestamp();
        int hidden = histories.Count(history => QuarterResults.For(history, quarters[^1], smallNumbers).Hidden is not null);
        run.Add("one quarter judged and hidden", "ms", Stopwatch.GetElapsedTime(before).TotalMilliseconds);

        TimeSpan processor = Environment.CpuUsage.TotalTime;
        before = Stopwatch.GetTimestamp();
        foreach (IndicatorHistory history in histories)
        {
            foreach (CycleQuarter quarter in quarters)
            {
                hidden += QuarterResults.For(history, quarter, smallNumbers).Hidden is null ? 0 : 1;
            }
        }

        TimeSpan all = Stopwatch.GetElapsedTime(before);
        run.Add("all 20 quarters judged and hidden", "ms", all.TotalMilliseconds);
        run.Add("the same, processor time", "ms", (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
        run.Add("rate", "results/s", Measures * Quarters / all.TotalSeconds);

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

    private static Indicator MeasureOf(int number) => new()
    {
        Code = $"M{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
        Name = "A measure",
        Bodies = ["group"],
        Unit = number % 3 == 0 ? IndicatorUnit.Count : number % 3 == 1 ? IndicatorUnit.Percent : IndicatorUnit.Rate,
        Kind = number % 3 == 0 ? IndicatorKind.Cumulative : IndicatorKind.Average,
        Polarity = number % 2 == 0 ? Polarity.High : Polarity.Low,
        Decimals = number % 3 == 0 ? 0 : 1,
        Multiplier = number % 3 == 2 ? 1_000 : null,
        Profile = number % 3 == 0 ? TargetProfile.Linear : TargetProfile.Flat,
    };

    // Even spread without chance: every run judges the same figures.
    private static PlanFigure FigureOf(Indicator indicator, CycleQuarter quarter, int number, int place)
    {
        int spread = ((number * 31) + (place * 17)) % 97;
        return indicator.Unit == IndicatorUnit.Count
            ? new PlanFigure { Indicator = indicator.Code, Period = quarter.Period, Value = spread }
            : new PlanFigure { Indicator = indicator.Code, Period = quarter.Period, Numerator = spread, Denominator = 120 };
    }
}

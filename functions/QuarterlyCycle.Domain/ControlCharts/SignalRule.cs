namespace QuarterlyCycle.Domain.ControlCharts;

/// <summary>Finds the signals among values: for each value the first pattern that it belongs to, and whether that lies or goes high.</summary>
internal static class SignalRule
{
    private const int Run = 7;

    public static IReadOnlyList<(SignalPattern Pattern, bool IsHigh)?> Find(IReadOnlyList<decimal> values, ProcessLimits limits)
    {
        (SignalPattern, bool)?[] found = new (SignalPattern, bool)?[values.Count];
        for (int place = 0; place < values.Count; place++)
        {
            if (values[place] > limits.Upper || values[place] < limits.Lower)
            {
                found[place] = (SignalPattern.OutsideLimit, values[place] > limits.Upper);
            }
        }

        Mark(found, values, Run, SignalPattern.Trend, Trend);
        Mark(found, values, 3, SignalPattern.NearLimit, window => Near(window, limits), value => IsNear(value, limits));
        Mark(found, values, Run, SignalPattern.OneSide, window => OneSide(window, limits));
        return found;
    }

    // Every point of a pattern is marked, unless an earlier rule has marked it already.
    private static void Mark(
        (SignalPattern, bool)?[] found, IReadOnlyList<decimal> values, int length, SignalPattern pattern, Func<IReadOnlyList<decimal>, bool?> isHigh, Func<decimal, bool>? counts = null)
    {
        for (int start = 0; start + length <= values.Count; start++)
        {
            if (isHigh([.. values.Skip(start).Take(length)]) is not { } high)
            {
                continue;
            }

            for (int place = start; place < start + length; place++)
            {
                if (counts?.Invoke(values[place]) != false)
                {
                    found[place] ??= (pattern, high);
                }
            }
        }
    }

    private static bool? Trend(IReadOnlyList<decimal> window)
    {
        bool rises = window.Zip(window.Skip(1)).All(pair => pair.Second > pair.First);
        bool falls = window.Zip(window.Skip(1)).All(pair => pair.Second < pair.First);
        return rises ? true : falls ? false : null;
    }

    private static bool? Near(IReadOnlyList<decimal> window, ProcessLimits limits) =>
        window.Count(value => IsNear(value, limits)) >= 2 ? OneSide(window, limits) : null;

    // Beyond the limit does not count: that is a signal by itself.
    private static bool IsNear(decimal value, ProcessLimits limits) =>
        (value > limits.NearUpper && value <= limits.Upper) || (value < limits.NearLower && value >= limits.Lower);

    private static bool? OneSide(IReadOnlyList<decimal> window, ProcessLimits limits) =>
        window.All(value => value > limits.Mean) ? true : window.All(value => value < limits.Mean) ? false : null;
}

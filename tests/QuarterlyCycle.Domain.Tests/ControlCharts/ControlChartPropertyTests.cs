using FsCheck;
using FsCheck.Fluent;
using QuarterlyCycle.Domain.ControlCharts;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.ControlCharts;

public sealed class ControlChartPropertyTests
{
    [Fact]
    public void A_mirrored_measure_has_the_same_signals_with_the_same_meaning() =>
        Prop.ForAll(Samples(), sample =>
        {
            ControlChart chart = Series.Chart(sample.Values.Select(value => (decimal?)value), Polarity.High, target: sample.Target);
            ControlChart mirrored = Series.Chart(sample.Values.Select(value => (decimal?)-value), Polarity.Low, target: -sample.Target);
            return chart.Kind == mirrored.Kind
                && chart.Target == mirrored.Target
                && chart.Upper == -mirrored.Lower
                && chart.Points.Select(point => (point.Signal?.Pattern, point.Signal?.Meaning)).SequenceEqual(mirrored.Points.Select(point => (point.Signal?.Pattern, point.Signal?.Meaning)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Later_figures_never_move_the_limits_or_take_a_signal_away() =>
        Prop.ForAll(Samples(), sample =>
        {
            ControlChart whole = Series.Chart(sample.Values.Select(value => (decimal?)value));
            ControlChart earlier = Series.Chart(sample.Values.SkipLast(1).Select(value => (decimal?)value));
            return sample.Values.Count < 13
                || (whole.Upper == earlier.Upper && earlier.Points.Zip(whole.Points).All(pair => pair.First.Signal is null || pair.First.Signal.Pattern >= pair.Second.Signal!.Pattern));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_point_beyond_a_limit_is_a_signal_and_an_average_point_never_is() =>
        Prop.ForAll(Samples(), sample =>
        {
            ControlChart chart = Series.Chart([.. sample.Values.Select(value => (decimal?)value)]);
            return !chart.HasLimits || chart.Points.All(point =>
                (point.Value <= chart.Upper && point.Value >= chart.Lower) == (point.Signal?.Pattern != SignalPattern.OutsideLimit));
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<(List<decimal> Values, decimal Target)> Samples() =>
        (from count in Gen.Choose(7, 24)
         from values in Gen.Choose(-400, 400).ArrayOf(count)
         from drift in Gen.Choose(-20, 20)
         from target in Gen.Choose(-900, 900)
         select (values.Select((value, place) => (value + (drift * place)) / 10m).ToList(), target / 10m)).ToArbitrary();
}

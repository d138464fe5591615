using AngleSharp.Dom;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;
using Xunit;

namespace QuarterlyCycle.App.Tests.Packs;

/// <summary>Packs of the real plan: its words are a committee's already and must not stop a report.</summary>
public sealed class DerbyPackTests
{
    private static readonly Plan Derby = PlanSource.Load(Path.Combine(AppContext.BaseDirectory, "Plans", "derby-2008-09")).Plan!;

    [Fact]
    public async Task Nothing_in_Derbys_own_words_stops_a_pack()
    {
        using PackScene scene = await PackScene.Open(Derby);
        foreach (GroupDates group in (await scene.Timetable()).Groups)
        {
            Assert.Equal([], (await scene.Build(group.Body)).MustFix);
        }

        scene.Clock.NowUtc = (await scene.Timetable()).Board.BuildUtc;
        PackVersion board = await scene.Build(PackScene.Board);
        Assert.Equal([], board.MustFix);
        Assert.InRange(board.Files[0].Size, 10_000, 5_000_000);
    }

    [Fact]
    public async Task Derbys_packs_print_every_measure_and_the_offer_in_four_languages()
    {
        using PackScene scene = await PackScene.Open(Derby);
        int number = 0;
        foreach (RequestedFigure figure in await scene.Records.Figures.All(PackScene.Cycle))
        {
            number++;
            await scene.Answer(figure.Code, figure.IsMilestone ? null : 20 + number, milestone: figure.IsMilestone ? DeliverableState.OnTrack : null);
        }

        PackVersion version = await scene.Build();
        IDocument page = await scene.Open(version);
        Pack pack = (await scene.Models.Read(version))!.Public;

        Assert.Equal([], version.MustFix);
        Assert.NotEmpty(pack.Parts[0].Measures);
        Assert.All(pack.Parts[0].Measures, measure => Assert.Contains(page.QuerySelectorAll("th[scope=row]"), cell => cell.TextContent == measure.Code));
        Assert.Equal(["en-GB", "hi", "pl", "pa", "ur"], pack.OtherFormats.Select(format => format.Language));
    }
}

using Microsoft.Extensions.DependencyInjection;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Mail.Composing;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Pages;
using QuarterlyCycle.App.Pages.Arriving;
using QuarterlyCycle.App.Pages.Figures;
using QuarterlyCycle.App.Pages.Packs;
using QuarterlyCycle.App.Pages.Proving;
using QuarterlyCycle.App.Pages.Reviewing;
using QuarterlyCycle.App.Pages.Running;
using QuarterlyCycle.App.Pages.SigningOff;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App;

/// <summary>Puts the service together. A host adds its stores, its mail sender, its clock and its options first.</summary>
public static class QuarterlyService
{
    /// <summary>Adds everything that is the same in every host; deeds, pages and arrivals are found by their base class, so that a new one cannot be forgotten.</summary>
    public static IServiceCollection AddTo(IServiceCollection services)
    {
        AddEvery<Deed>(services);
        AddEvery<PageSet>(services);
        AddEvery<MailPart>(services);
        AddEvery<Arrival>(services);
        return services
            .AddSingleton<QuarterRecords>().AddSingleton<PlanLibrary>().AddSingleton<Audit>()
            .AddSingleton(provider => provider.GetRequiredService<QuarterRecords>().NeedsAttention)
            .AddSingleton<Links>().AddSingleton<Sessions>().AddSingleton<FormTokens>().AddSingleton<RateLimits>()
            .AddSingleton<Codes>().AddSingleton<KnownBrowsers>().AddSingleton<PurgeSweep>()
            .AddSingleton<Inbox>().AddSingleton<Arrivals>().AddSingleton<InboxSweep>().AddSingleton<ActRows>().AddSingleton<ActDesk>().AddSingleton<ActSweep>()
            .AddSingleton<Standing>().AddSingleton<Answers>().AddSingleton<AnswerMail>().AddSingleton<RevisionNotices>().AddSingleton<IssuedReports>().AddSingleton<MoreTimeGiven>().AddSingleton<ExtensionMail>()
            .AddSingleton<CyclePlanner>().AddSingleton<CycleStart>().AddSingleton<AnswerCheck>().AddSingleton<FigureHistory>().AddSingleton<Drafts>().AddSingleton<ChasingHistory>()
            .AddSingleton<OpenDueCycles>().AddSingleton<SummarySweep>().AddSingleton<SilenceSweep>().AddSingleton<OutageSweep>().AddSingleton<Undelivered>().AddSingleton<Sweeps>()
            .AddSingleton<MailComposer, QuarterComposer>().AddSingleton<MailScenes>().AddSingleton<MailMeasures>().AddSingleton<SignInMail>().AddSingleton(new MailPromises())
            .AddSingleton<Outbox>().AddSingleton<OutboxSweep>().AddSingleton<Mailings>().AddSingleton<RequestLinks>()
            .AddSingleton<QuarterFactsReader>().AddSingleton<PackModels>().AddSingleton<PrintedFigures>().AddSingleton<EarlierDecisions>().AddSingleton<EarlierRevisions>().AddSingleton<PackBuilder>().AddSingleton<PackReader>()
            .AddSingleton<BodyPeople>().AddSingleton<SignOffDuties>().AddSingleton<PackAudit>().AddSingleton<ClinicSuggestions>().AddSingleton<ClinicStart>()
            .AddSingleton<PackMail>().AddSingleton<BoardStanding>().AddSingleton<BoardMail>().AddSingleton<ClinicMail>().AddSingleton<PackLinks>().AddSingleton<PackCases>()
            .AddSingleton<PageRoutes>().AddSingleton<PageServer>().AddSingleton<PageRenderer>().AddSingleton<Frames>()
            .AddSingleton<OfficerRequests>().AddSingleton<MeasureModels>().AddSingleton<FigureDoors>().AddSingleton<SignInLinks>()
            .AddSingleton<RequestDoor>().AddSingleton<CodeNeed>().AddSingleton<EmailedCodes>().AddSingleton<CodeStep>()
            .AddSingleton<QuartersInView>().AddSingleton<StaffDoor>().AddSingleton<ReviewedFigures>().AddSingleton<FigureStories>().AddSingleton<CycleOverviews>()
            .AddSingleton<PackDoor>().AddSingleton<SigningModels>();
    }

    private static void AddEvery<TBase>(IServiceCollection services)
        where TBase : class
    {
        foreach (Type type in typeof(TBase).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(TBase))).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            services.AddSingleton(typeof(TBase), type);
        }
    }
}

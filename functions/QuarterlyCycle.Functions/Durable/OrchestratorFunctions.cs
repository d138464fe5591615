using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Boards;
using QuarterlyCycle.Orchestrations.Clinics;
using QuarterlyCycle.Orchestrations.Collections;
using QuarterlyCycle.Orchestrations.Cycles;
using QuarterlyCycle.Orchestrations.DataRequests;
using QuarterlyCycle.Orchestrations.OutcomeGroups;
using QuarterlyCycle.Orchestrations.Reviews;

namespace QuarterlyCycle.Functions.Durable;

/// <summary>Every orchestrator as a function of its own, under its name; a test holds them against <see cref="QuarterRegistration"/>.</summary>
public static class OrchestratorFunctions
{
    [Function(nameof(QuarterlyCycleOrchestrator))]
    public static Task<QuarterlyCycleOutcome> RunQuarterlyCycle([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new QuarterlyCycleOrchestrator().RunAsync(context, context.GetInput<QuarterlyCycleBrief>()!);

    [Function(nameof(CollectionOrchestrator))]
    public static Task<CollectionOutcome> RunCollection([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new CollectionOrchestrator().RunAsync(context, context.GetInput<CollectionBrief>()!);

    [Function(nameof(DataRequestOrchestrator))]
    public static Task<DataRequestOutcome> RunDataRequest([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new DataRequestOrchestrator().RunAsync(context, context.GetInput<DataRequestBrief>()!);

    [Function(nameof(ReviewChunkOrchestrator))]
    public static Task<ReviewChunkOutcome> RunReviewChunk([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new ReviewChunkOrchestrator().RunAsync(context, context.GetInput<ReviewChunkBrief>()!);

    [Function(nameof(ReviewAndChallengeOrchestrator))]
    public static Task<ReviewOutcome> RunReviewAndChallenge([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new ReviewAndChallengeOrchestrator().RunAsync(context, context.GetInput<ReviewBrief>()!);

    [Function(nameof(OutcomeGroupOrchestrator))]
    public static Task<OutcomeGroupOutcome> RunOutcomeGroup([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new OutcomeGroupOrchestrator().RunAsync(context, context.GetInput<OutcomeGroupBrief>()!);

    [Function(nameof(BoardPackOrchestrator))]
    public static Task<BoardPackOutcome> RunBoardPack([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new BoardPackOrchestrator().RunAsync(context, context.GetInput<BoardPackBrief>()!);

    [Function(nameof(PerformanceClinicOrchestrator))]
    public static Task<PerformanceClinicOutcome> RunPerformanceClinic([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new PerformanceClinicOrchestrator().RunAsync(context, context.GetInput<PerformanceClinicBrief>()!);
}

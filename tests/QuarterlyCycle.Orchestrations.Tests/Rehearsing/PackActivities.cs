using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.Orchestrations.Tests.Rehearsing;

/// <summary>The activities of packs, sign-off, the board and clinics.</summary>
internal sealed class PackActivities(KeptRecords records, Trace trace)
{
    public BuiltPack Build(BuildPack call)
    {
        List<KeptPack> packs = records.PacksOf(call.Pack.Body);
        int version = packs.Count + 1;
        KeptPack built = new() { Version = version, Seal = $"seal of {call.Pack.Body} {version}" };
        packs.Add(built);
        return new BuiltPack(built.Version, built.Seal);
    }

    public Done Send(SendDraftReady call) => Say(call.Pack, $"E47, version {call.Version} to check");

    public Done Send(SendPapers call) => Say(call.Pack, $"E50, papers version {call.Version}");

    public Done Ask(AskForGroupUpdate call) => Say(call.Pack, "E51");

    public Done Ask(AskForSignOff call) => Say(call.Pack, $"E52, version {call.Version}");

    public Done Ask(AskForSignOffAgain call) => Say(call.Pack, $"E55, version {call.Version}");

    public Done Remind(RemindChair call) => Say(call.Pack, $"E53, version {call.Version}");

    public Done Ask(AskViceChair call) => Say(call.Pack, $"E52 to the vice-chair, version {call.Version}");

    public Done Send(SendPackSentBack call) => Say(call.Pack, $"E56, version {call.Version}");

    public Done Send(SendSignOffReceipt call) => Say(call.Pack, $"E54, version {call.Version}");

    public OutcomeGroupResult Record(RecordSignOff call)
    {
        OutcomeGroupResult result = records.PacksOf(call.Pack.Body).LastOrDefault(pack => pack.Issued) is { Signed: true }
            ? OutcomeGroupResult.SignedOff
            : OutcomeGroupResult.NotSignedOff;
        Say(call.Pack, $"recorded as {result}");
        return result;
    }

    public Done Withdraw(WithdrawPacks call) => Say(call.Pack, "packs withdrawn");

    public Done Send(SendToSecretary call) => Say(call.Pack, $"E60, version {call.Version}");

    public Done Send(SendReplacement call) => Say(call.Pack, $"E61, version {call.Version}");

    public Done Send(SendWithdrawal call) => Say(call.Pack, $"E62, version {call.Version}");

    public Done Warn(WarnSecretary call)
    {
        int outstanding = records.Newest.Groups.Count(group => records.PacksOf(group.Body).LastOrDefault(pack => pack.Issued) is not { Signed: true });
        return outstanding == 0 ? new Done() : Say(call.Pack, $"E63, {outstanding} sign-offs outstanding");
    }

    public Done Ask(AskForDecisions call) => Say(call.Pack, call.Ordinal == 1 ? "E64" : "E64 again");

    public Done Send(SendDecisions call) => Say(call.Pack, "E27");

    public BoardPackResult Close(CloseBoardPack call)
    {
        BoardPackResult result = records.DecisionsRecorded ? BoardPackResult.DecisionsRecorded : BoardPackResult.NoDecisions;
        Say(call.Pack, $"closed, {result}");
        return result;
    }

    public Done Invite(InviteToClinic call) => Say(call.Clinic, call.Ordinal == 1 ? "invited" : "reminded to hold it");

    public Done Check(CheckMilestone call) => Say(call.Clinic, $"milestone {call.Milestone} asked about");

    public Done Send(SendFindingsToBoard call) => Say(call.Clinic, "findings to the board");

    public Done Withdraw(WithdrawClinic call) => Say(call.Clinic, "withdrawn");

    private Done Say(PackKey pack, string text) => Say(pack.Body, text);

    private Done Say(string about, string text)
    {
        trace.Write(about, text);
        return new Done();
    }
}

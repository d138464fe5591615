using Microsoft.DurableTask;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.OutcomeGroups;

/// <summary>Where one group's report stands: what is built, issued, asked and signed. The record has the last word; this only decides whom to write to.</summary>
internal sealed class GroupReport(TaskOrchestrationContext context, Steps steps, PackKey pack)
{
    private int _drafts;
    private PackIssued? _issued;
    private int? _firstToSign;
    private int? _askedVersion;
    private DateTime _askedUtc;
    private bool _signOffOpen;
    private bool _signOffDue;
    private bool _signed;
    private bool _newVersionExpected;

    private bool IsForSignOff => _issued is { } issued && _firstToSign is { } first && issued.Version >= first;

    private bool IsAwaitingSignature => _issued is { } issued && _askedVersion == issued.Version && !_signed && !_newVersionExpected;

    public async Task BuildPapers()
    {
        context.SetCustomStatus("Papers being prepared");
        await BuildNextDraft();
    }

    /// <summary>Builds the report with what the group decided, or without it when its date has passed.</summary>
    public async Task BuildReport()
    {
        context.SetCustomStatus("Report being prepared");
        BuiltPack? built = await BuildNextDraft();
        _firstToSign ??= built?.Version ?? (_issued?.Version ?? 0) + 1;
    }

    public async Task AskForUpdate()
    {
        context.SetCustomStatus("Update asked for");
        await steps.Attempt(new AskForGroupUpdate(pack));
    }

    public async Task Issue(PackIssued? issued)
    {
        if (issued is null || issued.Version <= _issued?.Version)
        {
            return;
        }

        _issued = issued;
        _signed = false;
        _newVersionExpected = false;
        if (!IsForSignOff)
        {
            context.SetCustomStatus("Papers out");
            await steps.Attempt(new SendPapers(pack, issued.Version));
        }
        else if (_signOffOpen)
        {
            await AskChair(issued.Version);
        }
    }

    public async Task OpenSignOff()
    {
        _signOffOpen = true;
        if (IsForSignOff)
        {
            await AskChair(_issued!.Version);
        }
    }

    /// <summary>Reminds the chair if the request went out before the day of the reminder.</summary>
    public async Task RemindChair(DateTime reminderUtc)
    {
        if (IsAwaitingSignature && _askedUtc < reminderUtc)
        {
            await steps.Attempt(new RemindChair(pack, _issued!.Version));
        }
    }

    /// <summary>From the day that sign-off is due, the vice-chair is asked for every version that the chair has not signed.</summary>
    public async Task SignOffIsDue()
    {
        _signOffDue = true;
        if (IsAwaitingSignature)
        {
            await steps.Attempt(new AskViceChair(pack, _issued!.Version));
        }
    }

    /// <summary>Counts a signature on exactly the issued version; the page has audited any other.</summary>
    public async Task Sign(PackSignedOff? signature)
    {
        if (signature is not null && _issued is { } issued && string.Equals(signature.Seal, issued.Seal, StringComparison.Ordinal))
        {
            _signed = true;
            context.SetCustomStatus("Signed off");
            await steps.Attempt(new SendSignOffReceipt(pack, issued.Version));
        }
    }

    public async Task SendBack(PackSentBack? sentBack)
    {
        if (sentBack is null)
        {
            return;
        }

        if (sentBack.Version == _issued?.Version)
        {
            ExpectNewVersion();
        }

        await steps.Attempt(new SendPackSentBack(pack, sentBack.Version, sentBack.Id));
    }

    /// <summary>A figure revised after the issued version was made ends its sign-off.</summary>
    public void ReviseFigure(FigureRevised? revised)
    {
        if (revised is not null && _askedVersion is not null && revised.AtUtc > _issued?.AtUtc)
        {
            ExpectNewVersion();
        }
    }

    private void ExpectNewVersion()
    {
        _signed = false;
        _newVersionExpected = true;
        context.SetCustomStatus("New version expected");
    }

    private async Task AskChair(int version)
    {
        bool again = _askedVersion is not null;
        _askedVersion = version;
        _askedUtc = context.CurrentUtcDateTime;
        context.SetCustomStatus("Sign-off asked for");
        if (again)
        {
            await steps.Attempt(new AskForSignOffAgain(pack, version));
        }
        else
        {
            await steps.Attempt(new AskForSignOff(pack, version));
        }

        if (_signOffDue)
        {
            await steps.Attempt(new AskViceChair(pack, version));
        }
    }

    private async Task<BuiltPack?> BuildNextDraft()
    {
        _drafts++;
        BuiltPack? built = await steps.Ask<BuiltPack?>(new BuildPack(pack, _drafts), otherwise: null);
        if (built is not null)
        {
            await steps.Attempt(new SendDraftReady(pack, built.Version));
        }

        return built;
    }
}

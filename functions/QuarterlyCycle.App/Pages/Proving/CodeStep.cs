using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Pages.Arriving;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Proving;

/// <summary>The form that asks for a code.</summary>
public sealed record CodeForm
{
    /// <summary>Where it is sent.</summary>
    public required string Action { get; init; }

    /// <summary>What the button says that sends the code, and does what was begun.</summary>
    public required string Button { get; init; }

    /// <summary>Why a code is asked for, as a sentence.</summary>
    public required string Why { get; init; }

    /// <summary>What was ticked and written on the page before, so that nobody does it twice.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Carried { get; init; } = [];
}

/// <summary>P1a, and the same page before a signature.</summary>
public sealed record CodeModel
{
    public required CodeForm Form { get; init; }

    /// <summary>Where the code went.</summary>
    public required string MaskedAddress { get; init; }

    /// <summary>The newest code, or null where none was sent.</summary>
    public required CodeRow? Sent { get; init; }

    /// <summary>Whether it takes the place of one that was asked for before.</summary>
    public bool IsAnew { get; init; }

    public required DateTime NowUtc { get; init; }
}

/// <summary>Asks for the code that was e-mailed, until it is right.</summary>
public sealed class CodeStep(EmailedCodes codes)
{
    /// <summary>The field that tells the page of the code from the one before it.</summary>
    public const string StepField = "_code";

    /// <summary>The name of the button that asks for a new code.</summary>
    public const string AgainField = "_again";

    internal const string CodeField = "code";

    /// <summary>Null once the code is right: the visitor goes on. Else the page to show.</summary>
    public async Task<PageAnswer.View?> Take(PageRequest request, CodeCase asked, CodeForm form)
    {
        bool isAnew = request.Field(AgainField).Length > 0;
        if (isAnew || request.Field(StepField).Length == 0)
        {
            return await Send(request, asked, form, isAnew) ?? await Show(request, asked, form, isAnew: isAnew);
        }

        if (Codes.Typed(request.Field(CodeField)) is not { } entered)
        {
            return await Show(request, asked, form, "Enter the 6-digit code");
        }

        bool isRight = await codes.Try(asked, entered, request.SentFormId, request.NowUtc);
        return isRight ? null : await Show(request, asked, form, "That code is wrong or too old");
    }

    /// <summary>Sends a code; where one still works, only if <paramref name="anew"/>.</summary>
    /// <returns>Null once there is a code to enter, else the page that says when one may be sent.</returns>
    public async Task<PageAnswer.View?> Send(PageRequest request, CodeCase asked, CodeForm form, bool anew = false)
    {
        if (await codes.Send(asked, request.SentFormId, request.NowUtc, anew) is not { } againUtc)
        {
            return null;
        }

        bool works = (await codes.Newest(asked))?.Works(request.NowUtc) == true;
        string help = $"{(works ? "Enter the newest one, or send" : "Send")} a new code after {BritishWords.Instant(againUtc)}";
        return await Show(request, asked, form, $"We have sent 3 codes for this link in the last hour. {help}", status: 429);
    }

    /// <summary>The page as it stands; null where no code was sent yet.</summary>
    public async Task<PageAnswer.View?> Find(PageRequest request, CodeCase asked, CodeForm form) =>
        await codes.Newest(asked) is null ? null : await Show(request, asked, form);

    private async Task<PageAnswer.View> Show(
        PageRequest request, CodeCase asked, CodeForm form, string? error = null, int? status = null, bool isAnew = false)
    {
        CodeModel model = new()
        {
            Form = form,
            MaskedAddress = Masked.Address(asked.Person),
            Sent = await codes.Newest(asked),
            IsAnew = isAnew,
            NowUtc = request.NowUtc,
        };
        return PageAnswer.Show<CodePage>("Check it’s you", model, error is null ? [] : [new FieldError(CodeField, error)], status);
    }
}

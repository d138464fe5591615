using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Acts;

/// <summary>Whether a version can still be signed or sent back.</summary>
internal static class SignOffStanding
{
    public static async Task<ActResult?> WhyNotThisVersion(QuarterRecords records, string cycle, string body, int version, string? seal, CancellationToken cancellation)
    {
        if (await records.Packs.Get(cycle, body, version, cancellation) is not { } read)
        {
            return ActResult.Because($"There is no version {VersionWords.Number(version)} of this report.");
        }

        PackVersion? issued = await records.Packs.Issued(cycle, body, cancellation);
        if (issued is not null && issued.Version > version)
        {
            bool wasSigned = (await records.SignOffs.All(cycle, body, cancellation)).Any(signOff => signOff.SignedOff && signOff.Version == version);
            string when = issued.IssuedUtc is { } at ? $" at {BritishWords.Instant(at)}" : "";
            return ActResult.Because($"This report changed after you {(wasSigned ? "signed" : "opened it")}. Version {VersionWords.Number(issued.Version)} was issued{when}. Read that version and sign it.");
        }

        if (read.State is not (PackState.Issued or PackState.SignedOff))
        {
            return ActResult.Because(read.State == PackState.Draft
                ? $"Version {VersionWords.Number(version)} is a draft. It can be signed when it is issued."
                : $"Version {VersionWords.Number(version)} is {(read.State == PackState.Withdrawn ? "withdrawn" : "replaced")}. {read.Reason}".TrimEnd());
        }

        return seal is not null && seal != read.Seal ? ActResult.Because("This is not the report as it was issued. Open the link again and read it before you sign.") : null;
    }
}

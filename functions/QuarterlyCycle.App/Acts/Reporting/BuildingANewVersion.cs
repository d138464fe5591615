using QuarterlyCycle.App.Packs;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager has a new draft built from the records as they are now.</summary>
public sealed class BuildingANewVersion(PackBuilder builder, BodyPeople people, PackAudit audit, Standing standing) : Deed<BuildNewVersion>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(BuildNewVersion act, CancellationToken cancellation)
    {
        if ((await standing.WhyOver(act.Cycle, cancellation) ?? await standing.WhyNotProjectManager(act.By, cancellation)) is { } refusal)
        {
            return refusal;
        }

        return await people.Find(act.Cycle, act.Body, cancellation) is null ? ActResult.Because($"The plan has no group or board {act.Body}.") : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(BuildNewVersion act, CancellationToken cancellation)
    {
        PackVersion built = await builder.Build(act.Cycle, act.Body, act.Id, cancellation);
        await audit.Write(act, "VersionBuilt", VersionWords.Of(built), built.Seal, cancellation);
        return new Effect(VersionWords.Number(built.Version));
    }
}

using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Packs;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Packs;

/// <summary>Gives the pages a version to show: the sealed file where it stands, and the same report marked where it is a draft, replaced or withdrawn.</summary>
public sealed class PackReader(QuarterRecords records, IFileStore files, PackModels models)
{
    /// <summary>The HTML of a version, marked with its state; null when there is no such version or edition.</summary>
    public async Task<byte[]?> Html(string cycle, string body, int version, PackEdition edition, CancellationToken cancellation = default)
    {
        if (await records.Packs.Get(cycle, body, version, cancellation) is not { } row)
        {
            return null;
        }

        if (row.State is PackState.Issued or PackState.SignedOff)
        {
            PackFile? file = row.Files.FirstOrDefault(file => file.Edition == edition && file.Name.EndsWith(".html", StringComparison.Ordinal));
            return file is null ? null : await files.Read(file.StoredAs, cancellation);
        }

        return (await models.Read(row, cancellation))?.Edition(edition) is { } pack
            ? PackHtml.Render(pack with { State = row.State, StateNote = row.Reason })
            : null;
    }

    /// <summary>One file of a version by its name, or null.</summary>
    public async Task<(PackFile File, byte[] Content)?> File(string cycle, string body, int version, string name, CancellationToken cancellation = default)
    {
        PackFile? file = (await records.Packs.Get(cycle, body, version, cancellation))?.Files.FirstOrDefault(file => file.Name == name);
        return file is not null && await files.Read(file.StoredAs, cancellation) is { } content ? (file, content) : null;
    }

    /// <summary>The model of a version: its counts, exceptions, recommendations and changes.</summary>
    public async Task<PackModel?> Model(string cycle, string body, int version, CancellationToken cancellation = default) =>
        await records.Packs.Get(cycle, body, version, cancellation) is { } row ? await models.Read(row, cancellation) : null;

    /// <summary>The measures off target in the issued version of a body's pack, or in its newest draft before one is issued.</summary>
    public async Task<IReadOnlyList<PackException>> OffTarget(string cycle, string body, CancellationToken cancellation = default)
    {
        IReadOnlyList<PackVersion> versions = await records.Packs.All(cycle, body, cancellation);
        PackVersion? shown = versions.LastOrDefault(version => version.State is PackState.Issued or PackState.SignedOff) ?? (versions.Count > 0 ? versions[^1] : null);
        PackModel? model = shown is null ? null : await models.Read(shown, cancellation);
        return model is null ? [] : [.. model.Public.Parts.SelectMany(part => part.Exceptions)];
    }
}

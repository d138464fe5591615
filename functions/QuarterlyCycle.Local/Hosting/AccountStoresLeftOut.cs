using System.Diagnostics;
using QuarterlyCycle.Local.Commands;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>Stands in the place of the other AccountStores where this build has no Azure storage.</summary>
internal static class AccountStores
{
    public static Task<Stores> Open(string _) => Refuse();

    public static Task<Stores> OpenForRehearsal(string _) => Refuse();

    public static async Task<Claim> Claim(string _, string __)
    {
        await Refuse();
        throw new UnreachableException();
    }

    private static Task<Stores> Refuse() => throw new RefusedArgument(
        "The setting Storage:Account is given, but Azure storage is not in this build: run npm ci in the folder tests, or build with -p:AzurePackages=true.");
}

using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>The address and port of this machine on which the pages are served: this machine alone, unless somebody says otherwise.</summary>
internal sealed record ListeningPlace(string Address, int Port)
{
    public const string Localhost = "localhost";

    private const string Any = "any";

    public static bool IsAddress(string text) => text is Localhost or Any || IPAddress.TryParse(text, out _);

    public void Open(KestrelServerOptions kestrel)
    {
        switch (Address)
        {
            case Localhost:
                kestrel.ListenLocalhost(Port);
                break;
            case Any:
                kestrel.ListenAnyIP(Port);
                break;
            default:
                kestrel.Listen(IPAddress.Parse(Address), Port);
                break;
        }
    }
}

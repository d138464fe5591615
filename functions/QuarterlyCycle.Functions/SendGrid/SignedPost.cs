using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace QuarterlyCycle.Functions.SendGrid;

/// <summary>Reads a body that SendGrid posted, and lets it in only with SendGrid's signature over the stamp and the bytes as they came.</summary>
public sealed class SignedPost(TimeProvider clock)
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string StampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private static readonly TimeSpan LongestOnTheWay = TimeSpan.FromMinutes(10);

    /// <summary>The body, or the status with which the post is refused.</summary>
    public async Task<(byte[]? Body, int Refused)> Read(HttpRequest request, string publicKey, long largest, CancellationToken cancellation)
    {
        // Before the body is read: most of what is refused costs nothing.
        string stamp = request.Headers[StampHeader].ToString();
        string signature = request.Headers[SignatureHeader].ToString();
        if (!IsRecent(stamp) || signature.Length == 0)
        {
            return (null, StatusCodes.Status401Unauthorized);
        }

        if (await ReadBody(request, largest, cancellation) is not { } body)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        return IsSigned(stamp, body, signature, publicKey) ? (body, 0) : (null, StatusCodes.Status401Unauthorized);
    }

    private bool IsRecent(string stamp) =>
        long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= LongestOnTheWay;

    // The length that a request names is only a promise, so the bytes are counted too.
    private static async Task<byte[]?> ReadBody(HttpRequest request, long largest, CancellationToken cancellation)
    {
        if (request.ContentLength > largest)
        {
            return null;
        }

        using MemoryStream body = new();
        byte[] piece = new byte[64 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, cancellation)) > 0;)
        {
            if (body.Length + read > largest)
            {
                return null;
            }

            body.Write(piece, 0, read);
        }

        return body.ToArray();
    }

    private static bool IsSigned(string stamp, byte[] body, string signature, string publicKey)
    {
        Span<byte> signed = stackalloc byte[128];
        if (!Convert.TryFromBase64String(signature, signed, out int length))
        {
            return false;
        }

        using ECDsa key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        return key.VerifyData([.. Encoding.ASCII.GetBytes(stamp), .. body], signed[..length], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}

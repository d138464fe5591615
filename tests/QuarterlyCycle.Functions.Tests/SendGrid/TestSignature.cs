using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using QuarterlyCycle.Functions.SendGrid;

namespace QuarterlyCycle.Functions.Tests.SendGrid;

/// <summary>Signs bodies as SendGrid does, with keys made for this run.</summary>
internal static class TestSignature
{
    private static readonly ECDsa Events = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDsa Inbound = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static string EventKey => Convert.ToBase64String(Events.ExportSubjectPublicKeyInfo());

    public static string InboundKey => Convert.ToBase64String(Inbound.ExportSubjectPublicKeyInfo());

    public static HttpRequest Event(byte[] body, DateTime stampUtc) => Post(Events, body, stampUtc, "application/json");

    public static HttpRequest Mail(byte[] body, DateTime stampUtc, string boundary) => Post(Inbound, body, stampUtc, $"multipart/form-data; boundary={boundary}");

    private static HttpRequest Post(ECDsa key, byte[] body, DateTime stampUtc, string contentType)
    {
        string stamp = new DateTimeOffset(stampUtc).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signature = key.SignData([.. Encoding.ASCII.GetBytes(stamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        HttpRequest request = new DefaultHttpContext().Request;
        request.Method = "POST";
        request.ContentType = contentType;
        request.Body = new MemoryStream(body);
        request.Headers[SignedPost.StampHeader] = stamp;
        request.Headers[SignedPost.SignatureHeader] = Convert.ToBase64String(signature);
        return request;
    }
}

// Inert declarations of gRPC's refusals in use, written from the public documentation.
namespace Grpc.Core;

public enum StatusCode
{
    OK = 0,
    NotFound = 5,
    FailedPrecondition = 9,
    Unavailable = 14,
}

public readonly record struct Status(StatusCode StatusCode, string Detail);

public sealed class RpcException(Status status) : Exception(status.Detail)
{
    public Status Status { get; } = status;

    public StatusCode StatusCode => Status.StatusCode;
}

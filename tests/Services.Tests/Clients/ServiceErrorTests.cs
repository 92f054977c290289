using EntityRes.Client;
using EntityRes.Hosting;
using Grpc.Core;

namespace EntityRes.Services.Tests.Clients;

/// <summary>The client reads what the services write into their errors.</summary>
public class ServiceErrorTests
{
    [Fact]
    public void A_wrong_field_is_read()
    {
        var error = ServiceError.Of(RequestErrors.InvalidArgument("document.document_date", "is no date"));
        Assert.Equal((StatusCode.InvalidArgument, "document.document_date: is no date"), (error.StatusCode, error.Message));
        Assert.Equal([new FieldError("document.document_date", "is no date")], error.Fields);
    }

    [Fact]
    public void A_limit_is_read_with_the_time_to_wait()
    {
        var error = ServiceError.Of(RequestErrors.Overloaded("calls", "64 are worked on", TimeSpan.FromMilliseconds(250)));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
        Assert.Equal([new FieldError("calls", "64 are worked on")], error.Limits);
        Assert.Equal(TimeSpan.FromMilliseconds(250), error.RetryAfter);
    }

    [Fact]
    public void A_reason_is_read() => Assert.Equal("ENTITY_NOT_FOUND", ServiceError.Of(RequestErrors.NotFound("Q0")).Reason);

    [Fact]
    public void An_error_without_details_is_an_error_too()
    {
        var error = ServiceError.Of(new RpcException(new Status(StatusCode.Unavailable, "no connection")));
        Assert.Equal("Unavailable: no connection", error.ToString());
        Assert.Equal("", error.Reason);
        Assert.Null(error.RetryAfter);
    }
}

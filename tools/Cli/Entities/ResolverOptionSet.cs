using System.CommandLine;
using EntityRes.Client;
using EntityRes.Hosting;
using Grpc.Core;

namespace EntityRes.Cli.Entities;

/// <summary>The options that all commands against a running resolver share, and the call that they describe.</summary>
internal sealed class ResolverOptionSet
{
    private const string AddressOption = "--address";
    private static readonly string DefaultAddress = new EntityResClientOptions().ResolverAddress.OriginalString;

    private readonly Option<string> _address = new(AddressOption)
    {
        Description = "The resolver: http://host:port, https://host:port or dns:///host:port.",
        DefaultValueFactory = _ => DefaultAddress,
        Recursive = true,
    };

    private readonly Option<string?> _token = new("--token")
    {
        Description = $"Token for changes. Default: the variable {AdminAccess.TokenVariable}, which other users of the machine do not see.",
        Recursive = true,
    };

    private readonly Option<EntityFormat> _format = new("--format")
    {
        Description = "table or json.",
        DefaultValueFactory = _ => EntityFormat.Table,
        Recursive = true,
    };

    internal void AddTo(Command command)
    {
        command.Options.Add(_address);
        command.Options.Add(_token);
        command.Options.Add(_format);
    }

    internal EntityOutput Output(ParseResult parsed) => new(Console.Out, parsed.GetValue(_format));

    /// <summary>Calls the resolver that the options name.</summary>
    /// <exception cref="UsageException">The address is of no known form.</exception>
    /// <exception cref="IOException">Nothing answers there.</exception>
    /// <exception cref="RpcException">What the resolver refused.</exception>
    internal async Task<T> CallAsync<T>(ParseResult parsed, Func<EntityResClient, Task<T>> call)
    {
        var address = parsed.GetRequiredValue(_address);
        using var client = Connect(address, parsed.GetValue(_token) ?? Environment.GetEnvironmentVariable(AdminAccess.TokenVariable));
        try
        {
            return await call(client);
        }
        catch (RpcException lost) when (lost.StatusCode == StatusCode.Unavailable && lost.GetRpcStatus() is null)
        {
            throw new IOException($"{AddressOption}: no resolver answers at {address}", lost);
        }
        catch (RpcException late) when (late.StatusCode == StatusCode.DeadlineExceeded)
        {
            throw new IOException($"{AddressOption}: the resolver at {address} did not answer in time", late);
        }
    }

    private static EntityResClient Connect(string address, string? token)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            throw new UsageException($"{AddressOption}: '{address}' is not an address such as {DefaultAddress}");
        try
        {
            return new EntityResClient(new EntityResClientOptions { ResolverAddress = uri, AdminToken = string.IsNullOrEmpty(token) ? null : token });
        }
        catch (ArgumentException wrong)
        {
            throw new UsageException($"{AddressOption}: {wrong.Message}");
        }
    }
}

using System.Diagnostics;
using EntityRes.Hosting;
using EntityRes.Resolver;
using EntityRes.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Services.Tests.Faults;

/// <summary>The disk of the embedded store is full: mints are refused, what was acknowledged is still there.</summary>
public class DiskFullTests
{
    [SmallDiskFact]
    public async Task A_full_disk_refuses_mints_and_keeps_what_was_acknowledged()
    {
        await using var disk = await SmallDisk.MountAsync("2m");
        await using var resolver = await ResolverHost.BuildAsync([.. RunningServices.FreePorts, "--Redis=", $"--DataDir={disk.Folder}"]);
        await resolver.StartAsync();
        using var channel = GrpcChannel.ForAddress(resolver.GrpcAddress());
        var client = new ResolutionService.ResolutionServiceClient(channel);

        var acknowledged = new Dictionary<string, string>();
        RpcException? refused = null;
        for (var i = 0; refused is null; i++)
        {
            var request = new ResolveRequest();
            for (var j = 0; j < 1_000; j++)
                request.Mentions.Add(new Mention { Text = $"Xyzzy {i} {j} Holdings", Type = V1.EntityType.Organization });
            try
            {
                var answer = await client.ResolveAsync(request);
                for (var j = 0; j < request.Mentions.Count; j++)
                    acknowledged[request.Mentions[j].Text] = answer.Resolutions[j].EntityId;
            }
            catch (RpcException full)
            {
                refused = full;
            }
        }

        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal("STORE_UNAVAILABLE", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.NotEmpty(acknowledged);
        foreach (var batch in acknowledged.Chunk(1_000))
        {
            var found = await client.BatchGetEntitiesAsync(new BatchGetEntitiesRequest { Ids = { batch.Select(entity => entity.Value) } });
            Assert.Equal(batch.Select(entity => entity.Key), found.Entities.Select(entity => entity.Name));
        }
    }

    /// <summary>A disk of a few megabytes in memory.</summary>
    private sealed class SmallDisk : IAsyncDisposable
    {
        internal string Folder { get; } = Directory.CreateTempSubdirectory("entityres-disk-").FullName;

        internal static async Task<SmallDisk> MountAsync(string size)
        {
            var disk = new SmallDisk();
            Assert.Equal(0, await RunAsync("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", disk.Folder));
            return disk;
        }

        internal static bool CanMount()
        {
            var folder = Directory.CreateTempSubdirectory("entityres-disk-").FullName;
            var canMount = OperatingSystem.IsLinux() && Environment.UserName == "root"
                && RunAsync("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder).GetAwaiter().GetResult() == 0
                && RunAsync("umount", folder).GetAwaiter().GetResult() == 0;
            Directory.Delete(folder);
            return canMount;
        }

        public async ValueTask DisposeAsync()
        {
            await RunAsync("umount", "-l", Folder);
            Directory.Delete(Folder, recursive: true);
        }

        private static async Task<int> RunAsync(string program, params string[] args)
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
    }

    /// <summary>Skipped where no small disk can be mounted.</summary>
    private sealed class SmallDiskFactAttribute : FactAttribute
    {
        public SmallDiskFactAttribute()
        {
            if (!SmallDisk.CanMount())
                Skip = "needs root and the right to mount a tmpfs";
        }
    }
}

using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Http;

/// <summary>How many requests a second one address may make; twice as many at once after a rest. Without a rate all pass.</summary>
internal sealed class Turnstile(ServiceOptions options) : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<HttpContext>? _limiter =
        options.Rate == 0
            ? null
            : PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetTokenBucketLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ =>
                        new()
                        {
                            TokenLimit = options.Rate * 2,
                            TokensPerPeriod = options.Rate,
                            ReplenishmentPeriod = Second,
                            QueueLimit = 0,
                        }
                )
            );

    public bool LetsPass(HttpContext context)
    {
        using var lease = _limiter?.AttemptAcquire(context);
        return lease is not { IsAcquired: false };
    }

    public void Dispose() => _limiter?.Dispose();
}

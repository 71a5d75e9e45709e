using LandLedger.Service.Http;

namespace LandLedger.Service.Health;

internal sealed class HealthModule : ServiceModule
{
    public HealthModule(IServiceProvider services)
        : base(services)
    {
        Get(
            "/health",
            Ready,
            new("health")
            {
                Schema = "Health",
                Fresh = true,
                Needs = null,
            }
        );
        Get(
            "/health/live",
            Live,
            new("health.live")
            {
                Schema = "Health",
                Fresh = true,
                Needs = null,
            }
        );
        Get(
            "/health/ready",
            Ready,
            new("health.ready")
            {
                Schema = "Health",
                Fresh = true,
                Needs = null,
            }
        );
    }

    /// <summary>The process answers.</summary>
    private static JsonAnswer Live() => Status("live");

    /// <summary>The store can be read, by a connection of its own; else its trouble becomes the answer, 503.</summary>
    private static JsonAnswer Ready(OpenStore store)
    {
        store.Probe();
        _ = store.Get();
        return Status("ready");
    }

    private static JsonAnswer Status(string status) =>
        new(json =>
        {
            json.WriteStartObject();
            json.WriteString("status", status);
            json.WriteEndObject();
        });
}

using System.Globalization;

namespace LandLedger.Cli.Tests;

/// <summary>A time to ask for what was recorded by then: later than all that was, earlier than all that will be. Times are kept to the millisecond.</summary>
internal static class Moment
{
    private const int Apart = 5;

    public static string Between()
    {
        Thread.Sleep(Apart);
        var now = TimeProvider.System.GetUtcNow();
        Thread.Sleep(Apart);
        return now.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }
}

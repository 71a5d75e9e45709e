using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Http;

/// <summary>An answer about what goes on by steps: the state in its tag is how many steps it has.</summary>
/// <param name="bytes">JSON.</param>
/// <param name="location">The address of what was just made.</param>
internal sealed class Stepped(ReadOnlyMemory<byte> bytes, int steps, string? location = null)
    : Tagged(bytes, steps.ToString(CultureInfo.InvariantCulture), location)
{
    /// <summary>How many steps there were for whom a request with <c>If-Match</c> was decided; 0 where its tag is none of ours, null without one.</summary>
    public static int? StepsOf(HttpRequest request) =>
        StatesOf(request) is { } states ? states.Select(Count).DefaultIfEmpty(0).Max() : null;

    private static int Count(string state) =>
        int.TryParse(state, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
}

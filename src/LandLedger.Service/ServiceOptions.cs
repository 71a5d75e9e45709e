using System.Globalization;
using LandLedger.Clearance;
using LandLedger.Formats.Lists;
using LandLedger.Formats.Papers;
using LandLedger.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LandLedger.Service;

/// <summary>What a service is started with. Everything but the store has a default; all of it is checked before the start.</summary>
public sealed record ServiceOptions
{
    /// <summary>256 MiB.</summary>
    public const long DefaultKeptBytes = 256L * 1024 * 1024;

    /// <summary>64 GiB.</summary>
    public const long MostKeptBytes = 64L * 1024 * 1024 * 1024;

    /// <summary>The store, a GeoPackage file or PostGIS database that is there.</summary>
    public required StorePlace Store { get; init; }

    /// <summary>Addresses to listen on, semicolons between them. Port 0 takes a free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>The package that judges.</summary>
    public required RuleSet Rules { get; init; }

    /// <summary>What the office gives to the papers of cases, where a request does not say otherwise.</summary>
    public PaperOffice? Office { get; init; }

    /// <summary>A county's own templates of forms; a form without one is as it comes with LandLedger.</summary>
    public IReadOnlyDictionary<FormKind, FormTemplate> Forms { get; init; } = new Dictionary<FormKind, FormTemplate>();

    /// <summary>What is to be cleared in each year, part by part.</summary>
    public IReadOnlyList<YearTarget> Targets { get; init; } = [];

    /// <summary>The language of what the one who starts the service is told.</summary>
    public Texts Texts { get; init; } = Texts.Chinese;

    /// <summary>Tells what day it is: the default of <c>asOf</c>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Most bytes of a request body, 1 KiB to 4 GiB.</summary>
    public long MaxBody { get; init; } = 200L * 1024 * 1024;

    /// <summary>Most files in one import, 1 to 1,000.</summary>
    public int MaxFiles { get; init; } = 100;

    /// <summary>Most plots in a page, 1 to 100,000; a larger <c>limit</c> is cut to it.</summary>
    public int MaxPage { get; init; } = 10_000;

    /// <summary>After this a page ends early and its next link goes on, 1 ms to 10 minutes.</summary>
    public TimeSpan PageTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest a request may take, 1 ms to 1 hour; imports and whole collections have a limit of their own.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest an import may take, its upload included, and an answer of a whole collection, 1 ms to 1 day.</summary>
    public TimeSpan ImportTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Most bytes of memory for features and tiles that are kept to be sent again, 0 to 64 GiB; 0 keeps none.</summary>
    public long KeptBytes { get; init; } = DefaultKeptBytes;

    /// <summary>Requests a second that one address may make, 0 to 100,000; 0 sets no limit.</summary>
    public int Rate { get; init; }

    /// <summary>Web pages that may read from the service in a browser: origins such as https://map.example, or * for all.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Who issues JWTs to sign in with, beside the tokens of the store; null for nobody.</summary>
    public IssuerOptions? Issuer { get; init; }

    /// <summary>Name of whoever sits at this machine, under whom he writes until somebody can sign in.</summary>
    public string Account { get; init; } = Environment.UserName;

    /// <summary>How long an import waits for another one to end, 0 to 10 minutes.</summary>
    public TimeSpan ImportWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The day that it is for the service.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    /// <summary>The addresses one by one.</summary>
    internal IReadOnlyList<string> Addresses =>
        Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Checks everything and tells all that is wrong at once, in <see cref="Texts"/>.</summary>
    /// <exception cref="OptionsValidationException">Something is out of its range.</exception>
    public void Validate()
    {
        var wrong = new List<string>();
        if (!Store.IsNamed)
            wrong.Add(Texts["options.store"]);
        if (Addresses.Count == 0)
            wrong.Add(Texts["options.urls-none"]);
        foreach (var address in Addresses.Where(address => !IsAddress(address)))
            wrong.Add(Texts.Fill("options.urls", _ => address));
        foreach (var origin in Origins.Where(origin => !IsOrigin(origin)))
            wrong.Add(Texts.Fill("options.origins", _ => origin));
        foreach (var (key, value) in Issuer?.Wrong() ?? [])
            wrong.Add(Texts.Fill(key, _ => value));
        Bound(wrong, nameof(MaxBody), MaxBody, 1024, 4L * 1024 * 1024 * 1024);
        Bound(wrong, nameof(MaxFiles), MaxFiles, 1, 1000);
        Bound(wrong, nameof(MaxPage), MaxPage, 1, 100_000);
        Bound(wrong, nameof(KeptBytes), KeptBytes, 0, MostKeptBytes);
        Bound(wrong, nameof(Rate), Rate, 0, 100_000);
        Bound(wrong, nameof(PageTime), PageTime, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(10));
        Bound(wrong, nameof(RequestTime), RequestTime, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
        Bound(wrong, nameof(ImportTime), ImportTime, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1));
        Bound(wrong, nameof(ImportWait), ImportWait, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        if (wrong.Count > 0)
            throw new OptionsValidationException(nameof(ServiceOptions), typeof(ServiceOptions), wrong);
    }

    /// <summary>Whether only this machine can reach an address.</summary>
    internal static bool IsLoopback(string address) => IsLoopbackHost(BindingAddress.Parse(address).Host);

    /// <summary>Whether a host name or address means this machine.</summary>
    internal static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var ip) && System.Net.IPAddress.IsLoopback(ip));

    private static bool IsAddress(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed.Scheme is "http" or "https" && parsed.Host.Length > 0 && parsed.Port is >= 0 and <= 65535;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsOrigin(string origin) =>
        origin == "*"
        || (
            Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.GetLeftPart(UriPartial.Authority) == origin
        );

    private void Bound<T>(List<string> wrong, string name, T value, T least, T most)
        where T : IComparable<T>, IFormattable
    {
        if (value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0)
            return;
        wrong.Add(
            Texts.Fill(
                "options.range",
                place =>
                    place switch
                    {
                        "name" => name,
                        "value" => value.ToString(null, CultureInfo.InvariantCulture),
                        "least" => least.ToString(null, CultureInfo.InvariantCulture),
                        _ => most.ToString(null, CultureInfo.InvariantCulture),
                    }
            )
        );
    }
}

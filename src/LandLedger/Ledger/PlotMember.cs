using System.Collections.Frozen;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>One member of what an entry says of a plot: a scalar fact, or all parts of a kind.</summary>
/// <param name="name">The id of the field, or the name of the parts.</param>
/// <param name="write">Writes name and value of what the plot has of it; false, and nothing written, where it has nothing.</param>
internal sealed class PlotMember(string name, Func<Utf8JsonWriter, Plot, bool> write)
{
    public const string Supplements = "supplements";
    public const string Delays = "delays";
    public const string Charges = "charges";
    public const string Years = "years";
    public const string Measured = "measured";
    public const string Shape = "shape";
    public const string EnteredOn = "entered_on";
    public const string EndedOn = "ended_on";

    public string Name => name;

    public bool Write(Utf8JsonWriter json, Plot plot) => write(json, plot);

    /// <summary>All of them in byte order of their names.</summary>
    public static IReadOnlyList<PlotMember> All { get; } =
    [
        .. PlotFields
            .All.Select(OfField)
            .Append(PartsOf(Supplements, plot => plot.Grant.Supplements, SaidParts.Write))
            .Append(PartsOf(Delays, plot => plot.Delays, SaidParts.Write))
            .Append(PartsOf(Charges, plot => plot.Charges, SaidParts.Write))
            .Append(PartsOf(Years, plot => plot.Years, SaidParts.Write))
            .Append(PartOf(Measured, plot => plot.Measured, SaidParts.Write))
            .Append(PartOf(Shape, plot => plot.Shape, SaidParts.Write))
            .Append(OfFact(EnteredOn, plot => Fact.Of(plot.EnteredOn)))
            .Append(OfFact(EndedOn, plot => Fact.Of(plot.EndedOn)))
            .OrderBy(member => member.Name, StringComparer.Ordinal),
    ];

    /// <summary>The members that a change of parts is about, by what it is called in an import; single facts are called as their member.</summary>
    private static readonly FrozenDictionary<string, string[]> Parts = new Dictionary<string, string[]>(
        StringComparer.Ordinal
    )
    {
        ["supplement"] = [Supplements],
        ["delay"] = [Delays],
        ["charge"] = [Charges],
        ["year"] = [Years],
        ["shape"] = [Measured, Shape],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All that a plot has.</summary>
    public static void WriteWhole(Utf8JsonWriter json, Plot plot)
    {
        foreach (var member in All)
            member.Write(json, plot);
    }

    /// <summary>Whether more than single facts changed, so that the plot is needed to tell what they are now.</summary>
    public static bool TouchesParts(IReadOnlyList<FactChange> facts) =>
        facts.Any(fact => Parts.ContainsKey(fact.Field));

    /// <summary>What was changed: null where it is no longer known.</summary>
    /// <param name="plot">As it is now; null where no part of it changed.</param>
    public static void WriteChanged(Utf8JsonWriter json, IReadOnlyList<FactChange> facts, Plot? plot)
    {
        var changed = facts.ToLookup(fact => fact.Field, StringComparer.Ordinal);
        var parts = facts.SelectMany(fact => Parts.GetValueOrDefault(fact.Field, [])).ToHashSet(StringComparer.Ordinal);
        foreach (var member in All)
        {
            // The change of a part may be called as its member is; what it says is for people.
            if (parts.Contains(member.Name))
            {
                if (!member.Write(json, plot!))
                    json.WriteNull(member.Name);
            }
            else if (changed[member.Name].LastOrDefault() is { } fact)
            {
                json.WritePropertyName(member.Name);
                SaidJson.Write(json, PlotFields.Find(member.Name)?.Type ?? FieldType.Date, fact.New);
            }
        }
    }

    private static PlotMember OfField(Field field) => OfFact(field.Id, field.Of);

    private static PlotMember OfFact(string name, Func<Plot, Fact> of)
    {
        var encoded = JsonEncodedText.Encode(name);
        return new(
            name,
            (json, plot) =>
            {
                var fact = of(plot);
                if (!fact.IsKnown)
                    return false;
                json.WritePropertyName(encoded);
                SaidJson.Write(json, fact);
                return true;
            }
        );
    }

    private static PlotMember PartsOf<T>(
        string name,
        Func<Plot, IReadOnlyList<T>> of,
        Action<Utf8JsonWriter, T> write
    ) =>
        new(
            name,
            (json, plot) =>
            {
                var parts = of(plot);
                if (parts.Count == 0)
                    return false;
                json.WriteStartArray(name);
                foreach (var part in parts)
                {
                    json.WriteStartObject();
                    write(json, part);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                return true;
            }
        );

    private static PlotMember PartOf<T>(string name, Func<Plot, T?> of, Action<Utf8JsonWriter, T> write)
        where T : class =>
        new(
            name,
            (json, plot) =>
            {
                if (of(plot) is not { } part)
                    return false;
                json.WriteStartObject(name);
                write(json, part);
                json.WriteEndObject();
                return true;
            }
        );
}

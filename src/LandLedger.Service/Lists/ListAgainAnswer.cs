using System.Globalization;
using LandLedger.Issuing;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Lists;

/// <summary>An issued list judged again by what was known when it was issued and by the rules of then, as <c>landledger issued again</c> does.</summary>
internal static class ListAgainAnswer
{
    /// <summary>A package that has to be the one of then; that which the ledger keeps when not given.</summary>
    public static readonly Parameter<string?> Rules = PastRules.Parameter("rules", "again.rules");

    public static Results<JsonAnswer, Problem> Make(
        string number,
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request
    )
    {
        if (IssuedLists.Find(number, park) is not { } list)
            return IssuedLists.Unknown(number);
        var (atHand, wrong) = query.Has(Rules)
            ? PastRules.Of(Rules, options.Rules, query, park.Opened, request, options)
            : default;
        if (wrong is not null)
            return wrong;
        var (again, refusal) = ListAgain.Of(park.Opened, list, atHand);
        return again is null ? ListProblem.Of(refusal!) : new JsonAnswer(json => Write(json, list, again));
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, IssuedList list, ListAgain again)
    {
        json.WriteStartObject();
        json.WriteString("number", list.Number.ToString());
        json.WriteString("asOf", list.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("facts", list.Facts.ToString());
        json.WriteStartObject("rules");
        json.WriteString("package", again.Rules.Id);
        json.WriteString("version", again.Rules.Version);
        json.WriteString("sha256", again.Rules.Text.Digest);
        json.WriteBoolean("told", list.Rules is not null);
        json.WriteEndObject();
        json.WriteNumber("issued", list.Rows);
        json.WriteNumber("rows", again.Rows);
        json.WriteBoolean("same", again.Differs is null);
        if (again.Differs is { } row)
            json.WriteNumber("differs", row);
        json.WriteEndObject();
    }
}

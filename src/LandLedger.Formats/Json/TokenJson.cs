using System.Globalization;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Ledger;
using LandLedger.People;

namespace LandLedger.Formats.Json;

/// <summary>A token as JSON, the same on the command line and from the service. Nothing of its secret is shown, nor of the digest.</summary>
public static class TokenJson
{
    public static void Write(Utf8JsonWriter json, Token token)
    {
        json.WriteStartObject();
        json.WriteNumber("id", token.Id);
        json.WriteString("user", token.User.Name);
        json.WriteString("role", CodeText.Of(token.User.Role));
        Write(json, "counties", token.User.Scope.Counties);
        Write(json, "zones", token.User.Scope.Zones);
        json.WriteString("since", Day(token.Since));
        json.WriteString("until", token.Until is { } until ? Day(until) : null);
        json.WriteString("madeBy", token.MadeBy);
        json.WriteString("madeAt", LedgerRow.Time(token.MadeAt));
        json.WriteString("revokedBy", token.RevokedBy);
        json.WriteString("revokedAt", token.RevokedAt is { } revoked ? LedgerRow.Time(revoked) : null);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Text.Json;
using LandLedger.Ledger;
using LandLedger.Rules;

namespace LandLedger.Office;

/// <summary>What an office keeps, as entries say it: the file of a template, the digest of a calendar.</summary>
internal static class OfficeSaid
{
    public const string File = "file";

    public static void Write(Utf8JsonWriter json, KeptFile file)
    {
        json.WritePropertyName(File);
        FileSaid.Write(json, file);
    }

    public static void Write(Utf8JsonWriter json, RuleText calendar) =>
        RulesSaid.WriteDigests(json, [(RuleKind.Calendar, calendar.Digest)]);

    /// <summary>The file that an entry tells of; none where it tells of none.</summary>
    public static IEnumerable<KeptFile> Files(LedgerEntry entry) =>
        entry.Says.TryGetProperty(File, out var said) ? [FileSaid.Read(said)] : [];
}

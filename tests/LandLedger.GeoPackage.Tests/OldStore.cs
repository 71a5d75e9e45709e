namespace LandLedger.GeoPackage.Tests;

/// <summary>Makes files what an older program would have left.</summary>
internal static class OldStore
{
    /// <summary>Before version 11.</summary>
    public const string WithoutFiles =
        "ALTER TABLE case_steps DROP COLUMN evidence; DROP TABLE file_parts; "
        + "DELETE FROM gpkg_contents WHERE table_name = 'file_parts'; ";

    /// <summary>Before version 10.</summary>
    public const string BeforeTen = WithoutFiles + "ALTER TABLE cases DROP COLUMN digest; ";

    /// <summary>Before version 9.</summary>
    public const string BeforeNine =
        BeforeTen
        + "ALTER TABLE firms DROP COLUMN other_names; "
        + "DROP INDEX import_sources_once; ALTER TABLE import_sources DROP COLUMN \"key\"; "
        + "DROP INDEX plots_entered; ALTER TABLE plots DROP COLUMN entered_on; ";

    /// <summary>Before version 8.</summary>
    public const string WithoutCharges =
        BeforeNine + "DROP TABLE charges; DELETE FROM gpkg_contents WHERE table_name = 'charges'; ";

    /// <summary>Before version 7.</summary>
    public const string WithoutTokens =
        WithoutCharges + "DROP TABLE tokens; DELETE FROM gpkg_contents WHERE table_name = 'tokens'; ";

    /// <summary>Before version 6.</summary>
    public const string WithoutLists =
        WithoutTokens
        + "DROP TABLE disposal_lists; DROP TABLE disposal_list_steps; "
        + "DELETE FROM gpkg_contents WHERE table_name IN ('disposal_lists', 'disposal_list_steps'); ";

    /// <summary>Before version 5.</summary>
    public const string WithoutCases =
        WithoutLists
        + "DROP TABLE cases; DROP TABLE case_steps; ALTER TABLE delays DROP COLUMN case_number; "
        + "DELETE FROM gpkg_contents WHERE table_name IN ('cases', 'case_steps'); ";

    /// <summary>Before version 4.</summary>
    public const string WithoutLedger =
        WithoutCases
        + "DROP TABLE ledger; DROP TABLE ledger_head; DELETE FROM gpkg_contents WHERE table_name IN ('ledger', 'ledger_head'); ";
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LandLedger.Filters;
using LandLedger.GeoPackage.Sqlite;
using SQLitePCL;

namespace LandLedger.GeoPackage.Filters;

/// <summary>The functions that conditions of filters call. All are null where an argument is.</summary>
internal static unsafe class FilterFunctions
{
    public const string Case = "filter_case";
    public const string Accents = "filter_accents";
    public const string Instant = "filter_instant";
    public const string Day = "filter_day";
    public const string Items = "filter_items";
    public const string Array = "filter_array";
    public const string Spatial = "filter_spatial";

    private const int Innocuous = 0x200000;
    private const int Flags = raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC | Innocuous;

    /// <summary>Every connection that runs filters needs them, once.</summary>
    public static void AddTo(Connection connection)
    {
        Add(connection, Case, 1, &CaseOf);
        Add(connection, Accents, 1, &AccentsOf);
        Add(connection, Instant, 1, &InstantOf);
        Add(connection, Day, 1, &DayOf);
        Add(connection, Items, 1, &ItemsOf);
        Add(connection, Array, 3, &ArrayOf);
        Add(connection, Spatial, 2, &SpatialOf);
        Add(connection, Spatial, 3, &SpatialOf);
    }

    private static void Add(
        Connection connection,
        string name,
        int arguments,
        delegate* unmanaged[Cdecl]<nint, int, nint*, void> function
    )
    {
        var handle = connection.Handle.DangerousGetHandle();
        var code = NativeFunctions.Create(handle, name, arguments, Flags, 0, function, 0, 0, 0);
        if (code != raw.SQLITE_OK)
            throw connection.Trouble(code);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void CaseOf(nint context, int count, nint* values) =>
        Call.Text(context, count, values, static call => FoldedText.Case(call.Text(0)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void AccentsOf(nint context, int count, nint* values) =>
        Call.Text(context, count, values, static call => FoldedText.Accents(call.Text(0)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void InstantOf(nint context, int count, nint* values) =>
        Call.Whole(context, count, values, static call => InstantText.Read(call.Utf8(0)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DayOf(nint context, int count, nint* values) =>
        Call.Text(context, count, values, static call => SqlTime.Day(InstantText.Read(call.Utf8(0))));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ItemsOf(nint context, int count, nint* values) =>
        Call.Text(context, count, values, static call => TextSets.Json(call.Text(0)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ArrayOf(nint context, int count, nint* values) =>
        Call.Whole(
            context,
            count,
            values,
            static call => Truth(TextSets.Holds((ArrayRelation)call.Int64(0), call.Text(1), call.Text(2)))
        );

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SpatialOf(nint context, int count, nint* values) =>
        Call.Whole(
            context,
            count,
            values,
            static call =>
            {
                var test = (SpatialTest)call.Object(0);
                return Truth(call.Count == 2 ? test.Holds(call.Utf8(1)) : test.Holds(call.Utf8(1), call.Utf8(2)));
            }
        );

    private static long? Truth(bool? value) => value is { } known ? (known ? 1 : 0) : null;
}

using System.Globalization;
using System.Reflection;
using LandLedger.Import;
using LandLedger.PostGis.Sql;
using LandLedger.PostGis.Writing;

namespace LandLedger.PostGis.Schema;

/// <summary>
/// The steps from an empty database to the tables of this program: numbered scripts, each applied once, in a transaction of its
/// own, and noted in <c>store_version</c>. A script that has been shipped is never changed; there is no way back.
/// </summary>
internal static class Migrations
{
    private const string Folder = "schema/";

    /// <summary>In order; the first is version 1.</summary>
    internal static readonly string[] Scripts =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The newest schema that this program knows.</summary>
    public static int Newest => Scripts.Length;

    /// <summary>Leaves the database with the tables of this program, or says why it cannot.</summary>
    /// <param name="wait">How long to wait for somebody who writes.</param>
    /// <exception cref="StoreException">foreign: nobody made tables there, or somebody else did; older and only to be read; newer; rights.</exception>
    public static void Apply(Session session, StoreMode mode, TimeSpan wait)
    {
        var version = VersionOf(session);
        if (version is null && mode != StoreMode.Create)
            throw Problem.Of("foreign", session.Address.Name);
        if (version > Newest)
            throw Differs("newer", session, version.Value);
        if (version == Newest)
            return;
        if (mode == StoreMode.Read)
            throw Differs("older", session, version!.Value);
        using var turn = WriteTurn.Take(session, wait);
        // Somebody may have brought it up in the meantime.
        for (var next = VersionOf(session) ?? 0; next < Newest; next++)
            Apply(session, Scripts[next], next + 1);
        Titles.Write(session);
    }

    private static void Apply(Session session, string script, int version)
    {
        session.Run(
            $"""
            BEGIN;
            {(version == 1 && !HasSchema(session) ? "CREATE SCHEMA " + Database.Schema + ";" : "")}
            {Text(script)}
            INSERT INTO store_version (version, script) VALUES ({version}, '{script[Folder.Length..]}');
            COMMIT
            """
        );
    }

    internal static string Text(string script)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(script)!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }

    /// <summary>Null where there are no tables.</summary>
    private static int? VersionOf(Session session) =>
        session.Value(Statement.Of("SELECT to_regclass($1)::text").With(Database.Schema + ".store_version")) is null
            ? null
            : (int?)session.Value(Statement.Of("SELECT max(version) FROM store_version"));

    private static bool HasSchema(Session session) =>
        session.Value(Statement.Of("SELECT to_regnamespace($1)::text").With(Database.Schema)) is not null;

    private static StoreException Differs(string code, Session session, int version) =>
        Problem.Of(
            code,
            session.Address.Name,
            ("version", version.ToString(CultureInfo.InvariantCulture)),
            ("known", Newest.ToString(CultureInfo.InvariantCulture))
        );
}

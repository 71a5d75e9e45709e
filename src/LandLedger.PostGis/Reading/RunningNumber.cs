using System.Globalization;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

/// <summary>Running numbers of a year ("2026-17"), looked up by the index of the numbers: of other years nothing is read.</summary>
internal static class RunningNumber
{
    /// <summary>The greatest of a year; 0 where it has none.</summary>
    /// <param name="table">With a column "number".</param>
    public static int LastOf(Session session, int year, string table)
    {
        var of = year.ToString("0000", CultureInfo.InvariantCulture);
        // A full stop is what comes after the hyphen.
        var last = session.Value(
            Statement
                .Of(
                    $"SELECT number FROM {table} WHERE number > $1 AND number < $2 ORDER BY length(number) DESC, number DESC LIMIT 1"
                )
                .With(of + "-")
                .With(of + ".")
        );
        return
            last is string number
            && int.TryParse(number.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var running)
            ? running
            : 0;
    }
}

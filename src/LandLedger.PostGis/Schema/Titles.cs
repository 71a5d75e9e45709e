using LandLedger.Fields;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Schema;

/// <summary>Chinese titles on the columns of the fields, as the dictionary has them, for who opens the tables in QGIS.</summary>
internal static class Titles
{
    public static void Write(Session session) => session.Run(string.Join(";\n", PlotFields.All.Select(Sql)));

    private static string Sql(Field field) =>
        $"COMMENT ON COLUMN plots.{field.Id} IS '{Texts.Chinese["field." + field.Id].Replace("'", "''", StringComparison.Ordinal)}'";
}

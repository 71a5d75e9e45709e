using LandLedger.Layers;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Layers;

/// <summary>What the database remembers of its layers.</summary>
internal static class LayerBooks
{
    private const string ReadSql = """
        SELECT record_send(ROW(name, title, properties::text, kind, features, revision, west, south, east, north))
        FROM layers ORDER BY name
        """;

    private const string AddSql = """
        INSERT INTO layers (name, title, kind, features, west, south, east, north, properties, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)
        """;

    /// <summary>By the bytes of their names.</summary>
    public static IReadOnlyList<Layer> All(Session session)
    {
        var layers = new List<Layer>();
        using var query = session.Ask(CancellationToken.None, Statement.Of(ReadSql));
        while (query.Next())
        {
            var row = query.Row;
            layers.Add(
                new(row.Text(0), row.Text(1), LayerProperties.Read(row.Text(2)))
                {
                    Kind = row.Text(3),
                    Features = row.Long(4),
                    Revision = row.Long(5),
                    Extent = row.IsNull(6) ? null : new(row.Double(6), row.Double(7), row.Double(8), row.Double(9)),
                }
            );
        }
        return layers;
    }

    public static void Add(Session session, Layer layer, DateTimeOffset recordedAt) =>
        session.Run(
            Statement
                .Of(AddSql)
                .With(layer.Name)
                .With(layer.Title)
                .With(layer.Kind)
                .With((long?)layer.Features)
                .With(layer.Extent?.West)
                .With(layer.Extent?.South)
                .With(layer.Extent?.East)
                .With(layer.Extent?.North)
                .With(LayerProperties.Write(layer.Properties))
                .With(recordedAt)
        );

    /// <summary>Forgets a layer: how many features it had, or null where there is none.</summary>
    public static long? Remove(Session session, string name) =>
        (long?)session.Value(Statement.Of("DELETE FROM layers WHERE name = $1 RETURNING features").With(name));
}

using Npgsql;
using NpgsqlTypes;

namespace LandLedger.PostGis.Sql;

/// <summary>Rows on their way into a table by binary COPY, column by column; null is unknown.</summary>
internal sealed class Copy
{
    private readonly NpgsqlBinaryImporter _rows;

    private Copy(NpgsqlBinaryImporter rows) => _rows = rows;

    /// <summary>Writes all items as rows of a table.</summary>
    /// <param name="into">Table and columns: <c>table (a, b)</c>.</param>
    /// <param name="put">Puts the columns of an item in their order; one item may become several rows.</param>
    public static void Into<T>(Session session, string into, IEnumerable<T> items, Action<Copy, T> put) =>
        session.Telling(() =>
        {
            using var rows = session.Connection.BeginBinaryImport($"COPY {into} FROM STDIN (FORMAT BINARY)");
            rows.Timeout = TimeSpan.Zero;
            var copy = new Copy(rows);
            foreach (var item in items)
                put(copy, item);
            _ = rows.Complete();
        });

    public Copy Row()
    {
        _rows.StartRow();
        return this;
    }

    public Copy Put(string? value) => value is null ? Null() : Put(value, NpgsqlDbType.Text);

    /// <summary>As it is written, every digit.</summary>
    /// <exception cref="ArgumentException">More than 15 significant digits, which no store keeps.</exception>
    public Copy Put(decimal? value)
    {
        if (value is not { } number)
            return Null();
        return Import.StoredNumber.Fits(number)
            ? Put(number, NpgsqlDbType.Numeric)
            : throw new ArgumentException(
                $"{number} has more digits than a store keeps; see StoredNumber",
                nameof(value)
            );
    }

    public Copy Put(DateOnly? value) => value is { } day ? Put(day, NpgsqlDbType.Date) : Null();

    public Copy Put(bool? value) => value is { } flag ? Put(flag, NpgsqlDbType.Boolean) : Null();

    public Copy Put(int? value) => value is { } whole ? Put(whole, NpgsqlDbType.Integer) : Null();

    public Copy Put(double value) => Put(value, NpgsqlDbType.Double);

    /// <summary>In UTC.</summary>
    public Copy Put(DateTime value) => Put(value, NpgsqlDbType.TimestampTz);

    public Copy Put(string[] value) => Put(value, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public Copy Put(long value) => Put(value, NpgsqlDbType.Bigint);

    /// <summary>As the type of the column reads it: an outline as EWKB.</summary>
    public Copy Put(byte[]? value) => value is null ? Null() : Put(value, NpgsqlDbType.Bytea);

    private Copy Put<T>(T value, NpgsqlDbType type)
    {
        _rows.Write(value, type);
        return this;
    }

    private Copy Null()
    {
        _rows.WriteNull();
        return this;
    }
}

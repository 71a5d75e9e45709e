using Npgsql;
using NpgsqlTypes;

namespace LandLedger.PostGis.Sql;

/// <summary>An SQL text with its parameters $1, $2, … in order.</summary>
internal static class Statement
{
    public static NpgsqlBatchCommand Of(string sql) => new(sql);

    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand statement, string? value) =>
        With(statement, NpgsqlDbType.Text, value);

    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand statement, long? value) =>
        With(statement, NpgsqlDbType.Bigint, value);

    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand statement, double? value) =>
        With(statement, NpgsqlDbType.Double, value);

    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand statement, bool value) =>
        With(statement, NpgsqlDbType.Boolean, value);

    /// <summary>The first and the last day that there are stand for infinity.</summary>
    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand statement, DateOnly? value) =>
        With(statement, NpgsqlDbType.Date, value);

    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand statement, byte[] value) =>
        With(statement, NpgsqlDbType.Bytea, value);

    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand statement, DateTimeOffset value) =>
        With(statement, NpgsqlDbType.TimestampTz, value.ToUniversalTime());

    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand statement, string?[] values) =>
        With(statement, NpgsqlDbType.Array | NpgsqlDbType.Text, values);

    private static NpgsqlBatchCommand With(NpgsqlBatchCommand statement, NpgsqlDbType type, object? value)
    {
        statement.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        return statement;
    }
}

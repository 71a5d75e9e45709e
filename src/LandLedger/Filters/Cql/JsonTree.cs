using System.Text.Json;

namespace LandLedger.Filters.Cql;

/// <summary>A tree as CQL2 JSON.</summary>
internal static class JsonTree
{
    public static void Write(Utf8JsonWriter json, Operand operand)
    {
        switch (operand)
        {
            case And and:
                Operation(json, "and", and.Terms);
                break;
            case Or or:
                Operation(json, "or", or.Terms);
                break;
            case Not not:
                Operation(json, "not", [not.Term]);
                break;
            case Comparison(var comparator, var left, var right):
                Operation(json, Names.Comparators.Json(comparator), [left, right]);
                break;
            case Like(var text, var pattern):
                Operation(json, "like", [text, pattern]);
                break;
            case Between(var value, var low, var high):
                Operation(json, "between", [value, low, high]);
                break;
            case In(var value, var items):
                Operation(json, "in", [value, new ListValue(items)]);
                break;
            case IsNull isNull:
                Operation(json, "isNull", [isNull.Value]);
                break;
            case SpatialPredicate(var relation, var left, var right):
                Operation(json, Names.Spatial.Json(relation), [left, right]);
                break;
            case TemporalPredicate(var relation, var left, var right):
                Operation(json, Names.Temporal.Json(relation), [left, right]);
                break;
            case ArrayPredicate(var relation, var left, var right):
                Operation(json, Names.Arrays.Json(relation), [left, right]);
                break;
            case Folded(var folding, var text):
                Operation(json, Names.Foldings.Json(folding), [text]);
                break;
            case Arithmetic(var sign, var left, var right):
                Operation(json, Names.Operators.Json(sign), [left, right]);
                break;
            default:
                JsonLiterals.Write(json, operand);
                break;
        }
    }

    private static void Operation(Utf8JsonWriter json, string name, IReadOnlyList<Operand> arguments)
    {
        json.WriteStartObject();
        json.WriteString("op", name);
        json.WriteStartArray("args");
        foreach (var argument in arguments)
            Write(json, argument);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

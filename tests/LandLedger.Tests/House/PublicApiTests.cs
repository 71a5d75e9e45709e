using System.Reflection;
using System.Text;

namespace LandLedger.Tests.House;

public class PublicApiTests
{
    /// <summary>What callers may rely on is a file; changing it is a decision, not an accident.</summary>
    [Fact]
    public void The_public_face_of_the_core_is_the_approved_one()
    {
        var path = Path.Combine(TestFiles.Root, "tests", "LandLedger.Tests", "House", "PublicApi.txt");
        var now = PublicApi.Of(typeof(Plot).Assembly);
        if (Environment.GetEnvironmentVariable("LANDLEDGER_WRITE") == "1")
            File.WriteAllText(path, now);
        Assert.True(
            File.ReadAllText(path) == now,
            "The public face of the core changed. If it is meant so: LANDLEDGER_WRITE=1 ./test, then read the difference of PublicApi.txt."
        );
    }

    [Fact]
    public void The_core_knows_no_file_no_network_and_no_other_project()
    {
        var names = typeof(Plot).Assembly.GetReferencedAssemblies().Select(name => name.Name!).ToList();
        Assert.All(
            names,
            name =>
                Assert.True(
                    name.StartsWith("System.", StringComparison.Ordinal) || name is "NetTopologySuite" or "ProjNET",
                    name
                )
        );
        Assert.DoesNotContain("System.Net.Http", names);
        Assert.DoesNotContain("System.IO.FileSystem", names);
    }
}

/// <summary>Public types and members as sorted lines.</summary>
internal static class PublicApi
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<string> OfEveryRecord =
    [
        "Equals",
        "GetHashCode",
        "ToString",
        "op_Equality",
        "op_Inequality",
        "Deconstruct",
        "<Clone>$",
        "get_EqualityContract",
        "GetType",
    ];

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(Name, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append('\n');
            foreach (var line in type.GetMembers(Own).Select(Line).OfType<string>().Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
        }
        return text.ToString();
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : "class";

    private static string? Line(MemberInfo member) =>
        member switch
        {
            FieldInfo { IsSpecialName: false } field => $"{field.Name}: {Name(field.FieldType)}",
            PropertyInfo property => $"{property.Name}: {Name(property.PropertyType)}"
                + (property.SetMethod is { IsPublic: true } ? " { get; set; }" : " { get; }"),
            MethodInfo { IsSpecialName: false } method when !OfEveryRecord.Contains(method.Name) =>
                $"{method.Name}({Parameters(method)}): {Name(method.ReturnType)}",
            MethodInfo { IsSpecialName: true } method
                when method.Name.StartsWith("op_", StringComparison.Ordinal) && !OfEveryRecord.Contains(method.Name) =>
                $"{method.Name}({Parameters(method)}): {Name(method.ReturnType)}",
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            _ => null,
        };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
            return type.Name;
        if (type.IsByRef)
            return "ref " + Name(type.GetElementType()!);
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        var name = type.FullName ?? type.Namespace + "." + type.Name;
        if (!type.IsGenericType)
            return name;
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Name));
        return $"{(type.GetGenericTypeDefinition().FullName ?? type.Name).Split('`')[0]}<{arguments}>";
    }
}

using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Writing;

/// <summary>
/// Fills the empty R*Tree in one go. A million single inserts take ten times as long and give a tree that overlaps more. Later
/// changes go through the triggers like everybody else's.
/// </summary>
internal sealed class SpatialTreeLoad(Connection connection, string tree)
{
    // Made once, as statements are known by their text's reference.
    private readonly string _nodeSql =
        $"INSERT OR REPLACE INTO {SqlName.Quoted(tree + "_node")} (nodeno, data) VALUES (?1, ?2)";
    private readonly string _rowSql = $"INSERT INTO {SqlName.Quoted(tree + "_rowid")} (rowid, nodeno) VALUES (?1, ?2)";
    private readonly string _parentSql =
        $"INSERT INTO {SqlName.Quoted(tree + "_parent")} (nodeno, parentnode) VALUES (?1, ?2)";

    /// <summary>Sorts the entries.</summary>
    public void Write(List<TreeEntry> entries) => Write(PackedTree.Of(entries));

    public void Write(PackedTree packed)
    {
        foreach (var (number, node) in packed.Nodes)
            connection[_nodeSql].Bind(1, number).Bind(2, node.AsSpan()).Run();
        for (var level = 0; level < packed.Owners.Count; level++)
        {
            var sql = level == 0 ? _rowSql : _parentSql;
            foreach (var (child, node) in packed.Owners[level])
                connection[sql].Bind(1, child).Bind(2, node).Run();
        }
    }
}
